import { ascii, concat, u32, type Bytes } from '../../../src/core/codec/bytes.ts';
import { webCryptoAead } from '../../../src/web/crypto/web-crypto-aead.ts';

/** Bytes that anybody can compute: SHA-256 of a label and an input. */
export function labelled(label: string, ...parts: readonly Bytes[]): Promise<Bytes> {
  return webCryptoAead().digest(concat(ascii(`idv1-vectors/${label}`), ...parts));
}

/** Blocks of SHA-256, numbered from 0. */
export async function longer(label: string, input: Bytes, length: number): Promise<Bytes> {
  const count = Math.ceil(length / 32);
  const blocks = await Promise.all(Array.from({ length: count }, (_, index) => labelled(label, input, u32(index))));
  return concat(...blocks).slice(0, length);
}

/** More than a step takes. */
const STREAM_LENGTH = 512;

/** The random bytes of a step, in the order in which they are asked for. */
export async function randomStream(input: Bytes): Promise<(length: number) => Bytes> {
  const stream = await longer('random', input, STREAM_LENGTH);
  let at = 0;
  return (length) => {
    if (at + length > STREAM_LENGTH) throw new Error('the stream of this step is used up');
    at += length;
    return stream.slice(at - length, at);
  };
}
