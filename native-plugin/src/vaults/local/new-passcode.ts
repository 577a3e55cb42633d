import type { Bytes } from '../../core/codec/bytes.ts';
import { coreErrorCode } from '../../core/ports/core-error.ts';
import { normaliseNewPasscode } from '../../core/slots/passcode.ts';
import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import type { PasscodeRules } from '../../definitions/protection.ts';
import type { PasscodeFlaw } from './passcode-prompt.ts';

/** Why this can't be a new passcode; `undefined`: it can. */
export function newPasscodeFlaw(passcode: string, rules: PasscodeRules): PasscodeFlaw | undefined {
  try {
    normaliseNewPasscode(passcode, rules.minLength);
    return undefined;
  } catch (error) {
    if (coreErrorCode(error) !== 'INVALID_PASSCODE') throw error;
    const length = Array.from(passcode.normalize('NFKC')).length;
    if (length < rules.minLength) return 'tooShort';
    return length > rules.maxLength ? 'tooLong' : 'notAllowed';
  }
}

/** @throws VaultError `PolicyNotMet`: too short here, too long, or nothing that can be typed again */
export function newPasscodeBytes(passcode: string, rules: PasscodeRules): Bytes {
  const flaw = newPasscodeFlaw(passcode, rules);
  if (flaw !== undefined) throw new VaultError(VaultErrorCodes.PolicyNotMet, textOf(flaw, rules));
  return normaliseNewPasscode(passcode, rules.minLength);
}

/** For the developer of the app: what a person reads, the prompt says in their language. */
function textOf(flaw: PasscodeFlaw, { minLength, maxLength }: PasscodeRules): string {
  if (flaw === 'tooShort') return `Use at least ${String(minLength)} characters.`;
  if (flaw === 'tooLong') return `Use at most ${String(maxLength)} characters.`;
  return 'The passcode has a character that is not allowed.';
}
