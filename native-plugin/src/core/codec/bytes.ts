import { CoreError } from '../ports/core-error.ts';
import { hasLoneSurrogate } from './lone-surrogate.ts';

/**
 * Bytes that WebCrypto and IndexedDB take: never over shared memory. Written without the type argument of
 * Uint8Array: apps whose TypeScript is older than 5.7 compile the declarations, too.
 */
export type Bytes = ReturnType<TextEncoder['encode']>;

const encoder = new TextEncoder();

/** ASCII labels of the format. */
export function ascii(label: string): Bytes {
  return encoder.encode(label);
}

/** @throws CoreError `INVALID_ARGUMENT`: a lone surrogate, which platforms encode differently. */
export function utf8(text: string): Bytes {
  if (hasLoneSurrogate(text)) throw new CoreError('INVALID_ARGUMENT', 'text with a lone surrogate');
  return encoder.encode(text);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

export function u8(value: number): Bytes {
  return Uint8Array.of(value);
}

export function u16(value: number): Bytes {
  return Uint8Array.of(value >>> 8, value);
}

export function u32(value: number): Bytes {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** @param value a safe integer, not negative */
export function u64(value: number): Bytes {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** Length first, so that two texts can't be shifted into each other. */
export function lengthPrefixed(text: string): Bytes {
  const bytes = utf8(text);
  return concat(u32(bytes.length), bytes);
}

/** Order of unsigned bytes; a proper prefix comes first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return compareBytes(a, b) === 0;
}

/** Same time whichever byte differs: for tags. */
export function isEqualConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}
