import { concat, hex, type Bytes } from '../../src/core/codec/bytes.ts';
import { unhex } from './envelope-edit.ts';

export interface OaepHashes {
  readonly hash: 'SHA-1' | 'SHA-256';
  readonly mgf1: 'SHA-1' | 'SHA-256';
}

const MODULUS_BYTES = 256;

/**
 * RSAES-OAEP of RFC 8017 §7.1.1 with a seed that the caller gives: vectors must be the same each time, which no
 * platform's interface allows. Never for real keys.
 */
export async function encryptOaep(
  modulus: string,
  message: { readonly plaintext: Bytes; readonly seed: Bytes; readonly label?: Bytes },
  { hash, mgf1 }: OaepHashes,
): Promise<Bytes> {
  const labelHash = await digest(hash, message.label ?? new Uint8Array(0));
  const zeros = new Uint8Array(MODULUS_BYTES - 2 * labelHash.length - 2 - message.plaintext.length);
  const dataBlock = concat(labelHash, zeros, Uint8Array.of(1), message.plaintext);
  const seed = message.seed.slice(0, labelHash.length);
  const maskedBlock = xor(dataBlock, await mask(seed, dataBlock.length, mgf1));
  const maskedSeed = xor(seed, await mask(maskedBlock, seed.length, mgf1));
  const encoded = BigInt(`0x${hex(concat(Uint8Array.of(0), maskedSeed, maskedBlock))}`);
  return unhex(
    power(encoded, 65537n, BigInt(`0x${modulus}`))
      .toString(16)
      .padStart(2 * MODULUS_BYTES, '0'),
  );
}

/** What {@link encryptOaep} encoded. `undefined`: it is not of this form. For tests: takes no care to be constant in time. */
export async function decodeOaep(encoded: Bytes, { hash, mgf1 }: OaepHashes): Promise<Bytes | undefined> {
  const labelHash = await digest(hash, new Uint8Array(0));
  const maskedSeed = encoded.slice(1, 1 + labelHash.length);
  const maskedBlock = encoded.slice(1 + labelHash.length);
  const seed = xor(maskedSeed, await mask(maskedBlock, maskedSeed.length, mgf1));
  const dataBlock = xor(maskedBlock, await mask(seed, maskedBlock.length, mgf1));
  const end = dataBlock.findIndex((byte, at) => at >= labelHash.length && byte !== 0);
  const isOurs = encoded[0] === 0 && hex(dataBlock.slice(0, labelHash.length)) === hex(labelHash);
  return isOurs && dataBlock[end] === 1 ? dataBlock.slice(end + 1) : undefined;
}

/** MGF1, RFC 8017 §B.2.1. */
async function mask(seed: Bytes, length: number, hash: OaepHashes['mgf1']): Promise<Bytes> {
  let output: Bytes = new Uint8Array(0);
  for (let counter = 0; output.length < length; counter += 1) {
    output = concat(output, await digest(hash, concat(seed, Uint8Array.of(0, 0, 0, counter))));
  }
  return output.slice(0, length);
}

async function digest(hash: OaepHashes['hash'], data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(hash, data));
}

function xor(a: Bytes, b: Bytes): Bytes {
  return a.map((byte, at) => byte ^ (b[at] ?? 0));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let bit = exponent, square = base; bit > 0n; bit >>= 1n, square = (square * square) % modulus) {
    if (bit & 1n) result = (result * square) % modulus;
  }
  return result;
}
