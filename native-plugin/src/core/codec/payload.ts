import { CoreError, corrupt } from '../ports/core-error.ts';
import { ByteReader } from './byte-reader.ts';
import { compareBytes, concat, u16, u32, utf8, type Bytes } from './bytes.ts';
import { LIMIT } from './format-limits.ts';

/** Keys and the bytes of their JSON texts. The bytes are never parsed here. */
export type Values = ReadonlyMap<string, Bytes>;

/** The key whose presence is the flag hasSession. */
export const SESSION_KEY = 'session';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws CoreError `INVALID_ARGUMENT`: a key that is empty, too long, or has a lone surrogate */
export function encodeKey(key: string): Bytes {
  const bytes = utf8(key);
  if (bytes.length === 0 || bytes.length > LIMIT.payloadKey)
    throw new CoreError('INVALID_ARGUMENT', 'a key has 1 to 1024 bytes');
  return bytes;
}

/** FORMAT.md §5. @throws CoreError `INVALID_ARGUMENT` */
export function encodePayload(values: Values): Bytes {
  const entries = Array.from(values, ([key, value]) => ({ key: encodeKey(key), value }));
  entries.sort((a, b) => compareBytes(a.key, b.key));
  const parts = entries.flatMap(({ key, value }) => [u16(key.length), key, u32(value.length), value]);
  return concat(u32(entries.length), ...parts);
}

/** @throws CoreError `CORRUPT` */
export function parsePayload(bytes: Bytes): Values {
  const reader = new ByteReader(bytes);
  const values = new Map<string, Bytes>();
  let previous: Bytes | undefined;
  for (let left = reader.u32(); left > 0; left--) {
    const key = parseKey(reader);
    if (previous && compareBytes(previous, key) >= 0) throw corrupt('keys not strictly ascending');
    previous = key;
    values.set(decodeKey(key), reader.take(reader.u32()));
  }
  if (reader.left > 0) throw corrupt('bytes after the last value');
  return values;
}

function parseKey(reader: ByteReader): Bytes {
  const length = reader.u16();
  if (length === 0 || length > LIMIT.payloadKey) throw corrupt('key length out of range');
  return reader.take(length);
}

function decodeKey(key: Bytes): string {
  try {
    return decoder.decode(key);
  } catch {
    throw corrupt('a key that is not UTF-8');
  }
}
