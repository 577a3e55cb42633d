/** The few functions of Node that the tests use; the package itself has no Node types. */
declare module 'node:crypto' {
  export interface Transform {
    setAAD(aad: Uint8Array): void;
    setAuthTag(tag: Uint8Array): void;
    getAuthTag(): Uint8Array;
    update(data: Uint8Array): Uint8Array;
    final(): Uint8Array;
  }
  interface Hash {
    update(data: Uint8Array): Hash;
    digest(): Uint8Array;
  }
  export function createCipheriv(algorithm: 'aes-256-gcm', key: Uint8Array, nonce: Uint8Array): Transform;
  export function createDecipheriv(
    algorithm: 'aes-128-gcm' | 'aes-256-gcm',
    key: Uint8Array,
    nonce: Uint8Array,
  ): Transform;
  interface Agreement {
    setPrivateKey(scalar: Uint8Array): void;
    computeSecret(publicKey: Uint8Array): Uint8Array;
  }
  export function createECDH(curve: 'prime256v1'): Agreement;
  interface RsaKey {
    readonly key: unknown;
    readonly padding: number;
  }
  export const constants: { readonly RSA_NO_PADDING: number };
  export function createPrivateKey(key: { key: unknown; format: 'der'; type: 'pkcs8' }): unknown;
  export function privateDecrypt(key: RsaKey, data: Uint8Array): Uint8Array;
  export function createHash(algorithm: 'sha256'): Hash;
  export function createHmac(algorithm: 'sha256', key: Uint8Array): Hash;
}
