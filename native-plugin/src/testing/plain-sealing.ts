import { concat } from '../core/bytes.ts';
import type { DataKey, Sealing } from '../core/ports.ts';
import { isEqual, type Bytes, type Slot } from '../core/record.ts';

const DEVICE_KEY = 'stands in for a key';

/**
 * Stands in for cryptography where a test has none. **Protects nothing**: it keeps the contract
 * (wrong passcode, exchanged parts and changed bytes are noticed) and does only synchronous work,
 * so that fake timers and zones see every step.
 */
export function plainSealing(): Sealing {
  let counter = 0;
  const randomBytes = (length: number): Bytes => {
    counter += 1;
    const bytes = new Uint8Array(length);
    new DataView(bytes.buffer).setUint32(0, counter);
    return bytes;
  };

  return {
    randomBytes,
    isUsable: ({ deviceKey }) => deviceKey === DEVICE_KEY,
    digest: (data) => Promise.resolve(mix(data)),

    createSlot(_binding, { kind, passcode = new Uint8Array(0) }) {
      const isDevice = kind === 'device';
      const header = { kind, slotId: randomBytes(8), salt: new Uint8Array(isDevice ? 0 : 16) };
      const sealed = { nonce: randomBytes(12), ciphertext: passcode };
      const slot: Slot = { ...header, iterations: isDevice ? 0 : 600_000, deviceKey: DEVICE_KEY, sealed };
      return Promise.resolve({ slot, key: { kind, slotId: slot.slotId } });
    },

    openSlot(_binding, slot, passcode = new Uint8Array(0)) {
      const key: DataKey = { kind: slot.kind, slotId: slot.slotId };
      return Promise.resolve(isEqual(slot.sealed.ciphertext, passcode) ? key : undefined);
    },

    seal(key, plaintext, additionalData) {
      return Promise.resolve({
        nonce: randomBytes(12),
        ciphertext: concat(tagOf(key, additionalData, plaintext), plaintext),
      });
    },

    open(key, { ciphertext }, additionalData) {
      const plaintext = ciphertext.slice(32);
      const isSealed = isEqual(ciphertext.slice(0, 32), tagOf(key, additionalData, plaintext));
      return Promise.resolve(isSealed ? plaintext : undefined);
    },
  };
}

function tagOf({ slotId }: DataKey, ...sealed: readonly Bytes[]): Bytes {
  return mix(concat(slotId, ...sealed));
}

/** 32 bytes that differ when the data does; FNV-1a with a different start for every four. */
function mix(data: Bytes): Bytes {
  const mixed = new Uint8Array(32);
  const view = new DataView(mixed.buffer);
  for (let word = 0; word < 8; word += 1) {
    let hash = 0x811c9dc5 + word;
    for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
    view.setUint32(word * 4, hash);
  }
  return mixed;
}
