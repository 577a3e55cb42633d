/** The two orders in which UTF-16 writes its bytes. */
export type Utf16 = 'utf-16le' | 'utf-16be';

/** How bytes are UTF-16, as their byte order mark says; `undefined` where they have none. */
export function utf16Of(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/**
 * The text, with its byte order mark.
 * @throws TypeError where the bytes are no UTF-16
 */
export function decodeUtf16(bytes: Uint8Array, order: Utf16): string {
  return new TextDecoder(order, { fatal: true, ignoreBOM: true }).decode(bytes);
}

export function encodeUtf16(text: string, order: Utf16): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'utf-16le' ? bytes : bytes.swap16();
}
