import { ascii, isEqual, type Bytes } from '../../core/codec/bytes.ts';
import type { Aead, Binding, Dek, HkdfInput, Kek } from '../../core/ports/ports.ts';

const PAYLOAD_INFO = ascii('idv1/payload');

/**
 * Suite 1 on WebCrypto, in browsers and Node. Data keys are non-extractable HKDF keys and wrapping
 * keys non-extractable AES-GCM keys, so script can use them and not read them.
 */
export function webCryptoAead(): Aead {
  return {
    digest: async (data) => new Uint8Array(await crypto.subtle.digest('SHA-256', data)),
    deriveKek: async ({ secret, ...parameters }) => {
      const key = await importHkdfKey(secret);
      return asKek(await deriveAesKey(key, parameters, ['encrypt', 'unwrapKey']));
    },
    importDek: async (bytes) => asDek(await importHkdfKey(bytes)),
    wrap: async (kek, dek, binding) => encrypt(keyOf(kek), dek, binding),
    unwrap: (kek, wrapped, binding) =>
      orUndefined(async () => {
        const unwrapped = await crypto.subtle.unwrapKey('raw', wrapped, keyOf(kek), gcm(binding), 'HKDF', false, [
          'deriveKey',
        ]);
        return asDek(unwrapped);
      }),
    seal: async (dek, plaintext, { salt, ...binding }) => encrypt(await payloadKey(dek, salt), plaintext, binding),
    open: async (dek, ciphertext, { salt, ...binding }) => {
      const key = await payloadKey(dek, salt);
      return orUndefined(async () => new Uint8Array(await crypto.subtle.decrypt(gcm(binding), key, ciphertext)));
    },
  };
}

/** Derived once, and gone with the data key it comes from. */
const payloadKeys = new WeakMap<Dek, { readonly salt: Bytes; readonly key: CryptoKey }>();

async function payloadKey(dek: Dek, salt: Bytes): Promise<CryptoKey> {
  const known = payloadKeys.get(dek);
  if (known && isEqual(known.salt, salt)) return known.key;
  const key = await deriveAesKey(keyOf(dek), { salt, info: PAYLOAD_INFO }, ['encrypt', 'decrypt']);
  payloadKeys.set(dek, { salt, key });
  return key;
}

function importHkdfKey(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
}

function deriveAesKey(key: CryptoKey, parameters: Omit<HkdfInput, 'secret'>, usages: KeyUsage[]): Promise<CryptoKey> {
  const hkdf = { name: 'HKDF', hash: 'SHA-256', ...parameters };
  return crypto.subtle.deriveKey(hkdf, key, { name: 'AES-GCM', length: 256 }, false, usages);
}

function gcm({ nonce, aad }: Binding): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: aad, tagLength: 128 };
}

async function encrypt(key: CryptoKey, plaintext: Bytes, binding: Binding): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(gcm(binding), key, plaintext));
}

/** A tag that does not verify is an answer; every other failure is passed on. */
async function orUndefined<T>(task: () => Promise<T>): Promise<T | undefined> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}

// The handles are the CryptoKeys themselves; only these four lines know that.
const asKek = (key: CryptoKey): Kek => key as unknown as Kek;
const asDek = (key: CryptoKey): Dek => key as unknown as Dek;
const keyOf = (handle: Kek | Dek): CryptoKey => handle as unknown as CryptoKey;
