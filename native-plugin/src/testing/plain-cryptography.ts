import { concat, isEqual, type Bytes } from '../core/codec/bytes.ts';
import type { Aead, Binding, Dek, Kdf, Kek, Random } from '../core/ports/ports.ts';

/**
 * Stands in for cryptography where a test has none. **Protects nothing**: it keeps the contract (a wrong key, exchanged
 * parts and changed bytes are noticed) and does only synchronous work, so that fake timers and zones see every step.
 */
export const plainAead: Aead = {
  digest: (data) => Promise.resolve(mix(data)),
  deriveKek: ({ secret, salt, info }) => Promise.resolve(asKek(mix(concat(secret, salt, info)))),
  importDek: (bytes) => Promise.resolve(asDek(bytes.slice())),
  wrap: (kek, dek, binding) => Promise.resolve(seal(bytesOf(kek), dek, binding)),
  unwrap: (kek, wrapped, binding) => {
    const dek = open(bytesOf(kek), wrapped, binding);
    return Promise.resolve(dek && asDek(dek));
  },
  seal: (dek, plaintext, binding) => Promise.resolve(seal(bytesOf(dek), plaintext, binding)),
  open: (dek, ciphertext, binding) => Promise.resolve(open(bytesOf(dek), ciphertext, binding)),
};

/** One round, where the real one takes 600,000. */
export const plainKdf: Kdf = { derive: (passcode, salt) => Promise.resolve(mix(concat(passcode, salt))) };

/** Counts, so that nothing repeats and tests do. */
export function countingRandom(): Random {
  let counter = 0;
  return {
    bytes(length) {
      counter += 1;
      return Uint8Array.from({ length }, (_, at) => (at < 4 ? (counter >>> (8 * at)) & 0xff : at));
    },
  };
}

/** 32 bytes that differ when the data does; FNV-1a with a different start for every four. */
export function mix(data: Bytes): Bytes {
  const mixed = new Uint8Array(32);
  const view = new DataView(mixed.buffer);
  for (let word = 0; word < 8; word += 1) {
    let hash = 0x811c9dc5 + word;
    for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
    view.setUint32(word * 4, hash);
  }
  return mixed;
}

const TAG_LENGTH = 16;

function seal(key: Bytes, plaintext: Bytes, binding: Binding): Bytes {
  return concat(plaintext, tagOf(key, plaintext, binding));
}

function open(key: Bytes, sealed: Bytes, binding: Binding): Bytes | undefined {
  const plaintext = sealed.slice(0, -TAG_LENGTH);
  return isEqual(sealed.slice(-TAG_LENGTH), tagOf(key, plaintext, binding)) ? plaintext : undefined;
}

function tagOf(key: Bytes, plaintext: Bytes, { nonce, aad }: Binding): Bytes {
  return mix(concat(key, nonce, aad, plaintext)).slice(0, TAG_LENGTH);
}

// A handle is the key itself: there is nothing to protect.
const asKek = (bytes: Bytes): Kek => bytes as unknown as Kek;
const asDek = (bytes: Bytes): Dek => bytes as unknown as Dek;
const bytesOf = (handle: Kek | Dek): Bytes => handle as unknown as Bytes;
