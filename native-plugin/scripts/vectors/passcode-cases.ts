import { hex } from '../../src/core/codec/bytes.ts';
import type { VectorFile } from './vector-file.ts';

/** UTF-16 code units, big-endian: also texts that UTF-8 can't say. */
export function utf16Hex(text: string): string {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join(
    '',
  );
}

type Row = readonly [id: string, why: string, typed: string, expected: string | undefined];

const valid: readonly Row[] = [
  ['ascii', 'nothing to do', '1234', '1234'],
  ['longest', '128 code points are allowed', 'x'.repeat(128), 'x'.repeat(128)],
  ['astral', 'four emoji are four code points, though eight UTF-16 units', '😀😀😀😀', '😀😀😀😀'],
  ['case', 'no case folding', 'PassWord', 'PassWord'],
  ['spaces', 'no trimming', '  12  ', '  12  '],
  ['nfc', 'composed stays composed', 'café', 'caf\u00e9'],
  ['nfd', 'decomposed becomes composed', 'cafe\u0301', 'caf\u00e9'],
  ['nfkc-ligature', 'a compatibility character is replaced', 'o\uFB03ce', 'office'],
  ['nfkc-fullwidth', 'full-width letters become ASCII', '\uFF50\uFF49\uFF4E\uFF53', 'pins'],
  [
    'nfkc-expands',
    'one code point becomes many, counted afterwards: U+FDFA gives 18',
    '\uFDFA',
    '\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 \u0648\u0633\u0644\u0645',
  ],
  ['arabic-indic', 'decimal digits of another script, which NFKC leaves alone', '\u0661\u0662\u0663\u0664', '1234'],
  ['extended-arabic-indic', 'the second run of Arabic digits', '\u06F1\u06F2\u06F3\u06F4', '1234'],
  ['devanagari', 'digits of a third script', '\u0966\u0967\u0968\u096F', '0129'],
  ['fullwidth-digits', 'full-width digits', '\uFF11\uFF12\uFF13\uFF14', '1234'],
  [
    'mathematical-digits',
    'U+1D7D8 starts the second of five runs that touch each other',
    '\u{1D7CE}\u{1D7D7}\u{1D7D8}\u{1D7FF}',
    '0909',
  ],
  ['circled', 'a circled digit is no Nd, but NFKC makes it one', '①②③④', '1234'],
  ['mixed-digits', 'each digit by itself', '1\u06623\u096A', '1234'],
  ['hangul', 'conjoining letters compose', '\u1112\u1161\u11AB\u1100\u1173\u11AFab', '한글ab'],
];

const counted: readonly Row[] = [
  [
    'family',
    'one picture of five code points: they are counted, not the pictures',
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  ],
  ['astral-longest', '128 emoji, though 256 UTF-16 units', '😀'.repeat(128), '😀'.repeat(128)],
  ['osmanya', 'digits beyond the BMP', '\u{104A0}\u{104A1}\u{104A2}\u{104A9}', '0129'],
  ['adlam', 'the same, written from right to left', '\u{1E950}\u{1E951}\u{1E952}\u{1E959}', '0129'],
  ['ethiopic', 'digits that are No, not Nd, stay', '\u1369\u136A\u136B\u136C', '\u1369\u136A\u136B\u136C'],
  ['han', 'letters with a numeric value stay', '\u4E00\u4E8C\u4E09\u56DB', '\u4E00\u4E8C\u4E09\u56DB'],
  ['invisible', 'a zero-width space and a soft hyphen stay', 'ab\u200B\u00AD', 'ab\u200B\u00AD'],
  ['around-surrogates', 'what stands just beside the surrogates is none', '\uD7FF\uE000ab', '\uD7FF\uE000ab'],
  [
    'pairs-at-the-ends',
    'the first and the last pair',
    '\u{10000}\u{10FFFF}\u{103FF}\u{10FC00}',
    '\u{10000}\u{10FFFF}\u{103FF}\u{10FC00}',
  ],
];

const invalid: readonly Row[] = [
  ['empty', 'shorter than four; a prompt treats it as a cancellation before', '', undefined],
  ['short', 'three code points', '123', undefined],
  ['short-after', 'four code points that compose to three', 'cae\u0301', undefined],
  ['long', '129 code points', 'x'.repeat(129), undefined],
  ['long-after', 'eight code points that expand to 144', '\uFDFA'.repeat(8), undefined],
  ['high-surrogate', 'a high surrogate without a low one', 'abcd\uD83D', undefined],
  ['low-surrogate', 'a low surrogate without a high one', '\uDE00abcd', undefined],
  ['astral-short', 'two emoji and a letter are three code points, though five UTF-16 units', '😀😀a', undefined],
  ['astral-long', '129 emoji', '😀'.repeat(129), undefined],
  ...['D800', 'DBFF', 'DC00', 'DFFF'].map((unit): Row => [
    `alone-${unit}`,
    'a surrogate alone, the first and the last of each half',
    `abcd${String.fromCharCode(Number.parseInt(unit, 16))}`,
    undefined,
  ]),
  ['swapped-surrogates', 'a pair in the wrong order', 'abcd\uDE00\uD83D', undefined],
];

const onlySet: readonly Row[] = [
  ['set-ascii', 'nothing to do, as when opening', '1234', '1234'],
  ['set-digits', 'digits become ASCII, as when opening', '\u0661\u0662\u0663\u0664', '1234'],
  ['set-private', 'private use is allowed', 'abc\uE000', 'abc\uE000'],
  ['set-control', 'control characters are allowed', 'abc\u0007', 'abc\u0007'],
  ['set-format', 'a zero-width joiner is assigned', 'ab\u200Dc', 'ab\u200Dc'],
  ['set-short', 'three code points', '123', undefined],
  ['set-surrogate', 'a surrogate alone', 'abcd\uD83D', undefined],
  ['set-unassigned', 'U+0378 is unassigned in Unicode to this day: not for a new passcode', 'abcd\u0378', undefined],
  ['set-noncharacter', 'U+FFFF is never assigned', 'abcd\uFFFF', undefined],
];

const toUtf8 = (text: string) => hex(new TextEncoder().encode(text));

/** FORMAT.md §7. */
export function passcodeCases(): VectorFile {
  const of = (setting: boolean) => (row: Row) => {
    const [id, why, typed, expected] = row;
    const expect = expected === undefined ? { error: 'INVALID_PASSCODE' } : { utf8: toUtf8(expected) };
    return { id, why, utf16: utf16Hex(typed), setting, expect };
  };
  const unassignedOpens: Row = [
    'open-unassigned',
    'when opening, unassigned is not judged: platforms know different Unicode versions',
    'abcd\u0378',
    'abcd\u0378',
  ];
  return {
    file: 'passcodes.json',
    about:
      'Passcode normalisation. `utf16` is what was typed, as big-endian code units; `setting`: a passcode is being set.',
    cases: [...[...valid, ...counted, ...invalid, unassignedOpens].map(of(false)), ...onlySet.map(of(true))],
  };
}
