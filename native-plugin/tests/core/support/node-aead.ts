import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import { ascii, concat, u8, type Bytes } from '../../../src/core/codec/bytes.ts';
import type { Aead, Binding, Dek, Kek } from '../../../src/core/ports/ports.ts';

/** Suite 1 again, on Node's synchronous functions: fast enough for thousands of runs, and keys can be read, as natively. */
export const nodeAead: Aead = {
  digest: (data) => Promise.resolve(bytes(createHash('sha256').update(data).digest())),
  deriveKek: ({ secret, salt, info }) => Promise.resolve(asKek(hkdf(secret, salt, info))),
  importDek: (raw) => Promise.resolve(asDek(raw.slice())),
  wrap: (kek, dek, binding) => Promise.resolve(encrypt(raw(kek), dek, binding)),
  unwrap: (kek, wrapped, binding) => {
    const dek = decrypt(raw(kek), wrapped, binding);
    return Promise.resolve(dek && asDek(dek));
  },
  dekBytes: (dek) => raw(dek).slice(),
  seal: (dek, plaintext, { salt, ...binding }) =>
    Promise.resolve(encrypt(hkdf(raw(dek), salt, ascii('idv1/payload')), plaintext, binding)),
  open: (dek, ciphertext, { salt, ...binding }) =>
    Promise.resolve(decrypt(hkdf(raw(dek), salt, ascii('idv1/payload')), ciphertext, binding)),
};

export function hmac(key: Uint8Array, data: Uint8Array): Bytes {
  return bytes(createHmac('sha256', key).update(data).digest());
}

/** One block of RFC 5869 is all the format needs. */
function hkdf(secret: Bytes, salt: Bytes, info: Bytes): Bytes {
  return hmac(hmac(salt, secret), concat(info, u8(1)));
}

function encrypt(key: Bytes, plaintext: Bytes, { nonce, aad }: Binding): Bytes {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  return concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

function decrypt(key: Bytes, sealed: Bytes, { nonce, aad }: Binding): Bytes | undefined {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  cipher.setAuthTag(sealed.slice(-16));
  const plaintext = cipher.update(sealed.slice(0, -16));
  try {
    return concat(plaintext, cipher.final());
  } catch {
    return undefined;
  }
}

function bytes(value: Uint8Array): Bytes {
  return new Uint8Array(value);
}

const asKek = (key: Bytes): Kek => key as unknown as Kek;
const asDek = (key: Bytes): Dek => key as unknown as Dek;
const raw = (key: Kek | Dek): Bytes => key as unknown as Bytes;
