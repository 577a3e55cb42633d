import { deriveX963, encryptEcies, publicKeyOf, sharedSecret } from '../../scripts/vectors/ecies.ts';
import { keyIn, type KeyRing } from '../../scripts/vectors/fixed-devices.ts';
import type { Bytes } from '../../src/core/codec/bytes.ts';
import { KEM } from '../../src/core/codec/format-ids.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { Random, SlotKem } from '../../src/core/ports/ports.ts';

/** kem 3 as an iPhone computes it, with the private scalars in the open and nobody to ask. */
export function eciesKem(ring: KeyRing, random: Random): SlotKem {
  const encapsulate = async (name: string) => {
    const secret = random.bytes(32);
    const publicKey = publicKeyOf(keyIn(ring, name));
    const enc = await encryptEcies(publicKey, { ephemeral: random.bytes(32), plaintext: secret });
    return { secret, enc, salt: new Uint8Array(0) };
  };
  return {
    kem: KEM.eciesP256,
    create: (name) => {
      ring.set(name, random.bytes(32));
      return encapsulate(name);
    },
    encapsulate,
    decapsulate: ({ name, enc }) => decryptEcies(keyIn(ring, name), enc),
    destroy: (name) => Promise.resolve(void ring.delete(name)),
  };
}

/** FORMAT.md §6.1. */
async function decryptEcies(scalar: Bytes, enc: Bytes): Promise<Bytes> {
  const ephemeral = enc.slice(0, 65);
  const derived = await deriveX963(sharedSecret(scalar, ephemeral), ephemeral, 32);
  const key = await crypto.subtle.importKey('raw', derived.slice(0, 16), 'AES-GCM', false, ['decrypt']);
  const parameters = { name: 'AES-GCM', iv: derived.slice(16), tagLength: 128 };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, enc.slice(65)));
  } catch {
    throw new CoreError('AUTHENTICATION_FAILED', 'does not decrypt');
  }
}
