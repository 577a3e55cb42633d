import { utf8, type Bytes } from '../codec/bytes.ts';
import { LIMIT } from '../codec/format-limits.ts';
import { hasLoneSurrogate } from '../codec/lone-surrogate.ts';
import { CoreError } from '../ports/core-error.ts';

/**
 * The bytes a passcode stands for, the same whichever keyboard or platform it was typed on. FORMAT.md §7.
 * @throws CoreError `INVALID_PASSCODE`
 */
export function normalisePasscode(passcode: string): Bytes {
  if (hasLoneSurrogate(passcode)) throw invalid('a lone surrogate');
  const normalised = passcode.replace(/\p{Nd}/gu, asciiDigit).normalize('NFKC');
  const length = Array.from(normalised).length;
  if (length < LIMIT.passcodeMin || length > LIMIT.passcodeMax) throw invalid('not 4 to 128 characters long');
  return utf8(normalised);
}

/**
 * {@link normalisePasscode} for a passcode that is being set.
 * @param minLength the platform's own minimum, in code points after normalisation
 * @throws CoreError `INVALID_PASSCODE`
 */
export function normaliseNewPasscode(passcode: string, minLength: number): Bytes {
  if (/\p{Unassigned}/u.test(passcode)) throw invalid('an unassigned code point');
  const bytes = normalisePasscode(passcode);
  if (Array.from(new TextDecoder().decode(bytes)).length < minLength) throw invalid('too short here');
  return bytes;
}

/** Digits come in runs of ten from zero, so a digit's value is its place in the run. */
function asciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let first = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((codePoint - first) % 10);
}

function invalid(reason: string): CoreError {
  return new CoreError('INVALID_PASSCODE', reason);
}
