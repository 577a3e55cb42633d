import type { Bytes } from '../core/record.ts';

/** Stretches a passcode to 32 bytes. A port, so that model tests need not wait for the real one. */
export type Kdf = (passcode: Bytes, salt: Bytes, iterations: number) => Promise<Bytes>;

/** PBKDF2-HMAC-SHA-256. OWASP's recommended least for it is 600,000 iterations. */
export const pbkdf2: Kdf = async (passcode, salt, iterations) => {
  const key = await crypto.subtle.importKey('raw', passcode, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
};
