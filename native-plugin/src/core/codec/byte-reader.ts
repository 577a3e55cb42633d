import { corrupt } from '../ports/core-error.ts';
import type { Bytes } from './bytes.ts';

/** Takes fields from left to right; every reading past the end is `CORRUPT`, before anything is allocated. */
export class ByteReader {
  readonly #bytes: Bytes;
  readonly #view: DataView;
  #offset = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.#offset;
  }

  take(length: number): Bytes {
    const start = this.#advance(length);
    return this.#bytes.slice(start, start + length);
  }

  u8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#advance(2));
  }

  u32(): number {
    return this.#view.getUint32(this.#advance(4));
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#advance(8));
  }

  /** All that was taken so far. */
  taken(): Bytes {
    return this.#bytes.slice(0, this.#offset);
  }

  #advance(length: number): number {
    if (length > this.left) throw corrupt('ends too early');
    const start = this.#offset;
    this.#offset += length;
    return start;
  }
}
