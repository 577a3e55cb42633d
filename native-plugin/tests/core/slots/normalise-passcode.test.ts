import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisePasscode } from '../../../src/core/slots/passcode.ts';
import { newPasscodeFlaw } from '../../../src/vaults/local/new-passcode.ts';

const RULES = { minLength: 4, maxLength: 128 };
const text = (passcode: string): string => {
  try {
    return new TextDecoder().decode(normalisePasscode(passcode));
  } catch {
    return 'refused';
  }
};

describe('the same passcode, typed differently', () => {
  it.each([
    { case: 'composed and decomposed', a: 'caf\u00e9', b: 'cafe\u0301' },
    { case: 'Arabic-Indic digits', a: '1234', b: '\u0661\u0662\u0663\u0664' },
    { case: 'Persian digits', a: '0987', b: '\u06f0\u06f9\u06f8\u06f7' },
    { case: 'Devanagari digits', a: '5670', b: '\u096b\u096c\u096d\u0966' },
    { case: 'full-width digits', a: '1234', b: '\uff11\uff12\uff13\uff14' },
    { case: 'mathematical digits', a: '0189', b: '\u{1d7ce}\u{1d7cf}\u{1d7d6}\u{1d7d7}' },
    { case: 'mathematical digits of a later run', a: '0123', b: '\u{1d7d8}\u{1d7e3}\u{1d7ee}\u{1d7f9}' },
    { case: 'ligature', a: 'office', b: 'o\ufb03ce' },
  ])('$case', ({ a, b }) => {
    expect(text(b)).toBe(text(a));
    expect(text(a)).toBe(a.normalize('NFKC'));
  });
});

it.each([
  { case: 'three characters', passcode: 'abc', refused: true },
  { case: 'four', passcode: 'abcd', refused: false },
  { case: 'four emoji are four code points', passcode: '😀😀😀😀', refused: false },
  { case: '128', passcode: 'x'.repeat(128), refused: false },
  { case: '129', passcode: 'x'.repeat(129), refused: true },
  { case: 'lone high surrogate', passcode: 'abcd\ud83d', refused: true },
  { case: 'lone low surrogate', passcode: '\ude00abcd', refused: true },
  { case: 'unassigned code point', passcode: 'abcd\u0378', refused: true },
  { case: 'noncharacter', passcode: 'abcd\uffff', refused: true },
])('$case: refused $refused', ({ passcode, refused }) => {
  expect(newPasscodeFlaw(passcode, RULES) !== undefined).toBe(refused);
});

it('is stable: normalising again changes nothing, and canonical equivalents agree', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }), (passcode) => {
      const once = text(passcode);
      expect(text(once)).toBe(once);
      expect(text(passcode.normalize('NFD'))).toBe(text(passcode.normalize('NFC')));
    }),
  );
});
