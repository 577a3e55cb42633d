import { VaultErrorCodes, type PasscodeRules } from '../definitions.ts';
import { VaultError } from '../vault-error.ts';
import { utf8 } from './bytes.ts';
import type { Bytes } from './record.ts';

/**
 * The bytes a passcode stands for, the same whichever keyboard or platform it was typed on: digits
 * of every script become ASCII digits, then NFKC, then UTF-8.
 *
 * @returns the bytes, or what is wrong with the passcode
 */
export function normalisePasscode(passcode: string, rules: PasscodeRules): Bytes | string {
  // Platforms disagree about what a lone surrogate encodes to.
  if (/\p{Cs}/u.test(passcode)) return 'The passcode has a character that is not allowed.';

  const normalised = passcode.replace(/\p{Nd}/gu, toAsciiDigit).normalize('NFKC');
  const length = Array.from(normalised).length;
  if (length < rules.minLength) return `Use at least ${rules.minLength} characters.`;
  if (length > rules.maxLength) return `Use at most ${rules.maxLength} characters.`;
  return utf8(normalised);
}

/** What is wrong with a *new* passcode, or `undefined`. */
export function newPasscodeComplaint(passcode: string, rules: PasscodeRules): string | undefined {
  // Normalisation of a code point that is assigned later may change with an update of the system.
  if (/\p{Cn}/u.test(passcode)) return 'The passcode has a character that is not allowed.';
  const result = normalisePasscode(passcode, rules);
  return typeof result === 'string' ? result : undefined;
}

/** @throws VaultError `PolicyNotMet` */
export function newPasscodeBytes(passcode: string, rules: PasscodeRules): Bytes {
  const complaint = newPasscodeComplaint(passcode, rules);
  const bytes = normalisePasscode(passcode, rules);
  if (complaint === undefined && typeof bytes !== 'string') return bytes;
  throw new VaultError(VaultErrorCodes.PolicyNotMet, complaint ?? 'The passcode is not allowed.');
}

/** Decimal digits are encoded in runs of ten from zero, so a digit's value is its place in the run. */
function toAsciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let first = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((codePoint - first) % 10);
}
