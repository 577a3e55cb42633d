import type { Bytes } from '../../core/codec/bytes.ts';
import { PRF, type Prf } from '../../core/codec/format-ids.ts';
import { CoreError } from '../../core/ports/core-error.ts';
import type { AnchorMac, DeviceFunction, DeviceKeys, MacKey } from '../../core/ports/ports.ts';

/** Where non-extractable keys stay between processes: IndexedDB in browsers. */
export interface CryptoKeyStore {
  /** `undefined` only when there is definitely none. */
  read(name: string): Promise<CryptoKey | undefined>;
  write(name: string, key: CryptoKey): Promise<void>;
  remove(name: string): Promise<void>;
}

const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 };

/** The device function prf 1. */
export function webCryptoDeviceFunction(store: CryptoKeyStore): DeviceFunction {
  return { ...hmacKeys(store), prf: PRF.hmac, evaluate: (name, input, prf) => evaluate(store, { name, prf }, input) };
}

async function evaluate(
  store: CryptoKeyStore,
  { name, prf }: { name: string; prf: Prf },
  input: Bytes,
): Promise<Bytes> {
  const output = await hmac(store, name, input);
  if (prf === PRF.ecdh) throw new CoreError('DEVICE_FUNCTION_FAILED', 'a browser has no key for this function');
  return output;
}

export function webCryptoAnchorMac(store: CryptoKeyStore): AnchorMac {
  return {
    ...hmacKeys(store),
    mac: (key, data) => (typeof key === 'string' ? hmac(store, key, data) : sign(key, data)),
  };
}

/** The handle is the CryptoKey itself. */
export function asMacKey(key: CryptoKey): MacKey {
  return key as unknown as MacKey;
}

function sign(key: MacKey, data: Bytes): Promise<Bytes> {
  return hmacOf(key as unknown as CryptoKey, data);
}

function hmacKeys(store: CryptoKeyStore): DeviceKeys {
  return {
    create: async (name) => store.write(name, await crypto.subtle.generateKey(HMAC, false, ['sign'])),
    exists: async (name) => (await store.read(name)) !== undefined,
    destroy: (name) => store.remove(name),
  };
}

async function hmac(store: CryptoKeyStore, name: string, data: Bytes): Promise<Bytes> {
  const key = await store.read(name);
  if (!key) throw new CoreError('KEY_MISSING', 'a key of this device is gone');
  return hmacOf(key, data);
}

async function hmacOf(key: CryptoKey, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
}
