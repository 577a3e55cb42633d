import { concat, u32, type Bytes } from '../../src/core/codec/bytes.ts';
import { BASE_POINT, fromInteger, multiply, toInteger, type Point } from './p256.ts';

/** Of {@link encryptEcies}: what FORMAT.md §6.1 says of kem 3, or what others take for it. */
export interface EciesVariant {
  /** Instead of the ephemeral public key. */
  readonly info?: Bytes;
  /** Instead of the second half of what is derived. */
  readonly iv?: Bytes;
  readonly aad?: Bytes;
}

/** An uncompressed public key. */
export function publicKeyOf(scalar: Bytes): Bytes {
  return encodePoint(multiply(toInteger(scalar), BASE_POINT));
}

/** x-coordinate of what the two have in common. */
export function sharedSecret(scalar: Bytes, publicKey: Bytes): Bytes {
  const point = { x: toInteger(publicKey.slice(1, 33)), y: toInteger(publicKey.slice(33)) };
  return fromInteger(multiply(toInteger(scalar), point).x);
}

/** ANSI X9.63 key derivation, with SHA-256: SEC 1 §3.6.1, RFC 8418 §2.1. */
export async function deriveX963(secret: Bytes, info: Bytes, length: number): Promise<Bytes> {
  let output: Bytes = new Uint8Array(0);
  for (let counter = 1; output.length < length; counter += 1) {
    const digest = await crypto.subtle.digest('SHA-256', concat(secret, u32(counter), info));
    output = concat(output, new Uint8Array(digest));
  }
  return output.slice(0, length);
}

/**
 * What iOS does with a public key of the Secure Enclave, with an ephemeral key that the caller gives: vectors must be
 * the same each time, which no platform's interface allows. Never for real keys.
 */
export async function encryptEcies(
  publicKey: Bytes,
  { ephemeral, plaintext }: { readonly ephemeral: Bytes; readonly plaintext: Bytes },
  variant: EciesVariant = {},
): Promise<Bytes> {
  const own = publicKeyOf(ephemeral);
  const derived = await deriveX963(sharedSecret(ephemeral, publicKey), variant.info ?? own, 32);
  const key = await crypto.subtle.importKey('raw', derived.slice(0, 16), 'AES-GCM', false, ['encrypt']);
  const { iv = derived.slice(16), aad = new Uint8Array(0) } = variant;
  const parameters = { name: 'AES-GCM', iv, additionalData: aad, tagLength: 128 };
  return concat(own, new Uint8Array(await crypto.subtle.encrypt(parameters, key, plaintext)));
}

function encodePoint({ x, y }: Point): Bytes {
  return concat(Uint8Array.of(4), fromInteger(x), fromInteger(y));
}
