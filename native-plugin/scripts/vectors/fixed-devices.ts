import { hex, type Bytes } from '../../src/core/codec/bytes.ts';
import { KEM, PRF } from '../../src/core/codec/format-ids.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { AnchorMac, DeviceFunction, DeviceKeys, MacKey, Random, SlotKem } from '../../src/core/ports/ports.ts';
import { ecdhDeviceFunction } from './p256.ts';

/** Keys of a device, in the open: what vectors print and tests look at. */
export type KeyRing = Map<string, Bytes>;

export async function hmacSha256(key: Bytes, data: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, data));
}

function keysIn(ring: KeyRing, random: Random): DeviceKeys {
  return {
    create: (name) => Promise.resolve(void ring.set(name, random.bytes(32))),
    exists: (name) => Promise.resolve(ring.has(name)),
    destroy: (name) => Promise.resolve(void ring.delete(name)),
  };
}

/** @throws CoreError where the ring has no key of that name */
export function keyIn(ring: KeyRing, name: string): Bytes {
  const key = ring.get(name);
  if (!key) throw new CoreError('KEY_MISSING', 'no such key');
  return key;
}

export function fixedDeviceFunction(
  ring: KeyRing,
  random: Random,
  prf: DeviceFunction['prf'] = PRF.hmac,
): DeviceFunction {
  return {
    ...keysIn(ring, random),
    prf,
    evaluate: async (name, input, asked) => {
      const evaluate = asked === PRF.ecdh ? ecdhDeviceFunction : hmacSha256;
      return evaluate(keyIn(ring, name), input);
    },
  };
}

export function fixedAnchorMac(ring: KeyRing, random: Random): AnchorMac {
  return { ...keysIn(ring, random), mac: async (key, data) => hmacSha256(keyIn(ring, nameOf(key)), data) };
}

/** These keys are never read together with the anchor. */
function nameOf(key: string | MacKey): string {
  if (typeof key === 'string') return key;
  throw new TypeError('A key of this device has only its name.');
}

/** Lengths of `enc` by FORMAT.md §4.1; a WebAuthn credential id may have others. */
const ENC_LENGTH = {
  [KEM.rsaOaepSha256]: 256,
  [KEM.rsaOaepSha1]: 256,
  [KEM.eciesP256]: 113,
  [KEM.webAuthnPrf]: 20,
  [KEM.aesKeystore]: 60,
} as const;

/**
 * Stands in for hardware: remembers which secret each `enc` stands for. What the cores do with the
 * secret is real; the asymmetric decryption itself is the platform's.
 */
export function fixedKem(kem: SlotKem['kem'], random: Random, secrets = new Map<string, Bytes>()): SlotKem {
  const live = new Set<string>();
  const make = (name: string) => {
    const secret = random.bytes(32);
    const enc = random.bytes(ENC_LENGTH[kem]);
    secrets.set(`${name}/${hex(enc)}`, secret.slice());
    return Promise.resolve({ secret, enc, salt: random.bytes(kem === KEM.webAuthnPrf ? 32 : 0) });
  };
  const isPublic = kem === KEM.rsaOaepSha256 || kem === KEM.rsaOaepSha1 || kem === KEM.eciesP256;
  return {
    kem,
    create: (name) => {
      live.add(name);
      return make(name);
    },
    ...(isPublic && { encapsulate: make }),
    decapsulate: ({ name, enc }) => {
      if (!live.has(name)) return Promise.reject(new CoreError('KEY_MISSING', 'no such key'));
      const secret = secrets.get(`${name}/${hex(enc)}`);
      return secret
        ? Promise.resolve(secret.slice())
        : Promise.reject(new CoreError('AUTHENTICATION_FAILED', 'does not decrypt'));
    },
    destroy: (name) => Promise.resolve(void live.delete(name)),
  };
}
