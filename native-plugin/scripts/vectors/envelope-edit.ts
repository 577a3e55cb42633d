import { concat, hex, u16, u32, type Bytes } from '../../src/core/codec/bytes.ts';
import { LIMIT } from '../../src/core/codec/format-limits.ts';

/** A change of a base's bytes. Offsets are of the bytes as the earlier edits left them. `vectors/README.md`. */
export type Edit =
  | { readonly op: 'xor'; readonly at: number; readonly hex: string }
  /** `length` bytes are replaced; without it, all to the end. */
  | { readonly op: 'replace'; readonly at: number; readonly length?: number; readonly hex: string }
  /** `count` bytes of this value are added at the end. */
  | { readonly op: 'append'; readonly byte: string; readonly count: number };

export function unhex(text: string): Bytes {
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}

export function applyEdits(bytes: Bytes, edits: readonly Edit[]): Bytes {
  return edits.reduce(applyEdit, bytes);
}

function applyEdit(bytes: Bytes, edit: Edit): Bytes {
  switch (edit.op) {
    case 'xor': {
      const changed = bytes.slice();
      unhex(edit.hex).forEach((mask, index) => (changed[edit.at + index] = (changed[edit.at + index] ?? 0) ^ mask));
      return changed;
    }
    case 'replace': {
      const end = edit.length === undefined ? bytes.length : edit.at + edit.length;
      return concat(bytes.slice(0, edit.at), unhex(edit.hex), bytes.slice(end));
    }
    case 'append':
      return concat(bytes, new Uint8Array(edit.count).fill(Number.parseInt(edit.byte, 16)));
  }
}

/** Short ways to write edits. */
export const flip = (at: number): Edit => ({ op: 'xor', at, hex: '01' });
export const put = (at: number, value: string): Edit => ({ op: 'replace', at, length: value.length / 2, hex: value });
export const put16 = (at: number, value: number): Edit => put(at, hex(u16(value)));
export const put32 = (at: number, value: number): Edit => put(at, hex(u32(value)));
export const tooLarge = (length: number): Edit => ({ op: 'append', byte: '00', count: LIMIT.envelope + 1 - length });
