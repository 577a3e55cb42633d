import { concat, utf8 } from '../core/bytes.ts';
import { slotAdditionalData, slotHeaderBytes } from '../core/header-bytes.ts';
import type { DataKey, Sealing, SlotBinding } from '../core/ports.ts';
import type { Bytes, Sealed, SlotHeader, SlotKind } from '../core/record.ts';
import { isNamed } from './is-named.ts';
import type { Kdf } from './pbkdf2.ts';

const ITERATIONS = 600_000;
const ZEROS = new Uint8Array(32);

interface WebDataKey extends DataKey {
  /** AES-256-GCM for the payload; non-extractable. */
  readonly payloadKey: CryptoKey;
}

/**
 * The cryptography of the web vault. The data key's bytes exist only while a slot is made.
 *
 * Each slot has its own non-extractable HMAC key, F. What opens the slot is derived from the secret
 * S (the stretched passcode, or zeros for a `device` slot) *and* F(S): every guess takes this key.
 */
export function webCryptoSealing(kdf: Kdf): Sealing {
  return {
    randomBytes,
    digest,
    isUsable: ({ deviceKey }) => deviceKey instanceof CryptoKey && deviceKey.usages.includes('sign'),

    async createSlot(binding, { kind, passcode }) {
      const header = newHeader(kind);
      const deviceKey = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
        'sign',
      ]);
      const wrappingKey = await deriveWrappingKey({ binding, header, deviceKey }, await secretOf(header, passcode));

      const dataKey = randomBytes(32);
      const sealed = await encrypt(wrappingKey, dataKey, slotAdditionalData(binding, header));
      const key = await openedKey(header, binding, dataKey);
      dataKey.fill(0);
      return { slot: { ...header, deviceKey, sealed }, key };
    },

    async openSlot(binding, slot, passcode) {
      const lock = { binding, header: slot, deviceKey: slot.deviceKey as CryptoKey };
      const wrappingKey = await deriveWrappingKey(lock, await secretOf(slot, passcode));
      const dataKey = await decrypt(wrappingKey, slot.sealed, slotAdditionalData(binding, slot));
      if (!dataKey) return undefined;
      const key = await openedKey(slot, binding, dataKey);
      dataKey.fill(0);
      return key;
    },

    seal: (key, plaintext, additionalData) => encrypt((key as WebDataKey).payloadKey, plaintext, additionalData),
    open: (key, sealed, additionalData) => decrypt((key as WebDataKey).payloadKey, sealed, additionalData),
  };

  async function secretOf(header: SlotHeader, passcode?: Bytes): Promise<Bytes> {
    if (header.kind === 'device') return ZEROS;
    if (!passcode) throw new TypeError('A passcode slot takes a passcode.');
    return kdf(passcode, header.salt, header.iterations);
  }
}

function newHeader(kind: SlotKind): SlotHeader {
  const slotId = randomBytes(8);
  if (kind === 'device') return { kind, slotId, iterations: 0, salt: new Uint8Array(0) };
  return { kind, slotId, iterations: ITERATIONS, salt: randomBytes(16) };
}

interface Lock {
  readonly binding: SlotBinding;
  readonly header: SlotHeader;
  readonly deviceKey: CryptoKey;
}

async function deriveWrappingKey({ binding, header, deviceKey }: Lock, secret: Bytes): Promise<CryptoKey> {
  const deviceOutput = new Uint8Array(await crypto.subtle.sign('HMAC', deviceKey, secret));
  const salt = concat(binding.vaultId, header.slotId);
  const info = concat(utf8('idv1/kek'), slotHeaderBytes(header));
  return deriveAesKey(concat(secret, deviceOutput), salt, info);
}

async function openedKey({ kind, slotId }: SlotHeader, { vaultId }: SlotBinding, dataKey: Bytes): Promise<WebDataKey> {
  return { kind, slotId, payloadKey: await deriveAesKey(dataKey, vaultId, utf8('idv1/payload')) };
}

async function deriveAesKey(material: Bytes, salt: Bytes, info: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return crypto.subtle.deriveKey(parameters, key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function encrypt(key: CryptoKey, plaintext: Bytes, additionalData: Bytes): Promise<Sealed> {
  const nonce = randomBytes(12);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, plaintext);
  return { nonce, ciphertext: new Uint8Array(ciphertext) };
}

async function decrypt(key: CryptoKey, sealed: Sealed, additionalData: Bytes): Promise<Bytes | undefined> {
  const parameters = { name: 'AES-GCM', iv: sealed.nonce, additionalData };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed.ciphertext));
  } catch (error) {
    // The one failure that means "not this key, or not this text"; any other is a fault, not an answer.
    if (isNamed(error, 'OperationError')) return undefined;
    throw error;
  }
}

function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

async function digest(data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', data));
}
