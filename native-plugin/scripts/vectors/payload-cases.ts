import { concat, hex, u16, u32, type Bytes } from '../../src/core/codec/bytes.ts';
import type { VectorFile } from './vector-file.ts';

const text = (value: string) => new TextEncoder().encode(value);
const entry = (key: Bytes | string, value: string) => {
  const bytes = typeof key === 'string' ? text(key) : key;
  return concat(u16(bytes.length), bytes, u32(text(value).length), text(value));
};
const payload = (count: number, ...entries: readonly Bytes[]) => concat(u32(count), ...entries);

type Valid = readonly [
  id: string,
  why: string,
  bytes: Bytes,
  values: readonly (readonly [key: string, json: string])[],
];

const valid: readonly Valid[] = [
  ['empty', 'no values', payload(0), []],
  ['one', 'one value', payload(1, entry('session', '{"a":1}')), [['session', '{"a":1}']]],
  [
    'sorted',
    'a proper prefix comes first, upper case before lower',
    payload(3, entry('A', '1'), entry('a', '2'), entry('ab', '3')),
    [
      ['A', '1'],
      ['a', '2'],
      ['ab', '3'],
    ],
  ],
  [
    'byte-order',
    'U+FFFD sorts before U+1F600 as bytes; by UTF-16 units it would not',
    payload(2, entry('\uFFFD', '1'), entry('😀', '2')),
    [
      ['\uFFFD', '1'],
      ['😀', '2'],
    ],
  ],
  [
    'big-integer',
    'an integer beyond 2^53 stays as it is written',
    payload(1, entry('n', '9007199254740993')),
    [['n', '9007199254740993']],
  ],
  [
    'json-duplicates',
    'duplicate names inside a value are none of our business',
    payload(1, entry('d', '{"a":1,"a":2}')),
    [['d', '{"a":1,"a":2}']],
  ],
  [
    'json-spacing',
    'spaces and escapes of a value survive',
    payload(1, entry('s', ' { "\\u0061" : 1.0e0 } ')),
    [['s', ' { "\\u0061" : 1.0e0 } ']],
  ],
  ['empty-value', 'a value may have no bytes', payload(1, entry('e', '')), [['e', '']]],
  ['bom-key', 'a byte order mark is part of the key', payload(1, entry('\uFEFFk', '1')), [['\uFEFFk', '1']]],
  [
    'not-normalised',
    'keys are not normalised: these are two',
    payload(2, entry('e\u0301', '1'), entry('\u00e9', '2')),
    [
      ['e\u0301', '1'],
      ['\u00e9', '2'],
    ],
  ],
  ['longest-key', '1024 bytes', payload(1, entry('k'.repeat(1024), '1')), [['k'.repeat(1024), '1']]],
];

const invalid: readonly (readonly [id: string, why: string, bytes: Bytes])[] = [
  ['no-count', 'nothing at all', new Uint8Array(0)],
  ['short-count', 'three bytes of a count', Uint8Array.of(0, 0, 0)],
  ['duplicate-key', 'the same key twice', payload(2, entry('a', '1'), entry('a', '1'))],
  ['unsorted', 'descending keys', payload(2, entry('b', '1'), entry('a', '2'))],
  [
    'unsorted-last',
    'after the first, but not after the one before',
    payload(3, entry('a', '1'), entry('c', '2'), entry('b', '3')),
  ],
  ['prefix-last', 'a proper prefix after the longer key', payload(2, entry('ab', '1'), entry('a', '2'))],
  ['utf16-order', 'sorted by UTF-16 units instead of bytes', payload(2, entry('😀', '1'), entry('\uFFFD', '2'))],
  ['trailing', 'a byte after the last value', concat(payload(1, entry('a', '1')), Uint8Array.of(0))],
  ['trailing-empty', 'a byte after an empty payload', concat(payload(0), Uint8Array.of(0))],
  ['count-too-high', 'fewer values than counted', payload(2, entry('a', '1'))],
  ['count-too-low', 'more values than counted', payload(1, entry('a', '1'), entry('b', '2'))],
  ['count-huge', 'a count that must not be allocated', payload(0xffffffff, entry('a', '1'))],
  ['count-top-bit', 'the right count, and the top bit', payload(0x8000_0001, entry('a', '1'))],
  ['count-top-bit-alone', 'no values, and the top bit', payload(0x8000_0000)],
  ['value-too-long', 'a value length past the end', concat(u32(1), u16(1), text('a'), u32(2), text('1'))],
  [
    'value-huge',
    'a value length that must not be allocated',
    concat(u32(1), u16(1), text('a'), u32(0xffffffff), text('1')),
  ],
  [
    'value-top-bit',
    'the right value length, and the top bit',
    concat(u32(1), u16(1), text('a'), u32(0x8000_0001), text('1')),
  ],
  ['key-too-long', 'a key length past the end', concat(u32(1), u16(9), text('a'))],
  ['empty-key', 'a key without bytes', payload(1, entry('', '1'))],
  ['key-over-limit', '1025 bytes', payload(1, entry('k'.repeat(1025), '1'))],
  ['key-not-utf8', 'a byte that no UTF-8 has', payload(1, entry(Uint8Array.of(0xff), '1'))],
  ['key-overlong', 'an overlong encoding of a slash', payload(1, entry(Uint8Array.of(0xc0, 0xaf), '1'))],
  [
    'key-surrogate',
    'a surrogate encoded as if it were a character',
    payload(1, entry(Uint8Array.of(0xed, 0xa0, 0x80), '1')),
  ],
];

/** FORMAT.md §5. */
export function payloadCases(): VectorFile {
  return {
    file: 'payloads.json',
    about: 'Payloads as sealed. `values` are [key, value as text] in the order of the bytes.',
    cases: [
      ...valid.map(([id, why, bytes, values]) => ({ id, why, hex: hex(bytes), expect: { values } })),
      ...invalid.map(([id, why, bytes]) => ({ id, why, hex: hex(bytes), expect: { error: 'CORRUPT' } })),
    ],
  };
}
