import type { Bytes } from '../../core/codec/bytes.ts';
import { coreErrorCode } from '../../core/ports/core-error.ts';
import { normaliseNewPasscode } from '../../core/slots/passcode.ts';
import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import type { PasscodeRules } from '../../definitions/protection.ts';

/** What a person reads when this can't be a new passcode; `undefined`: it can. */
export function newPasscodeComplaint(passcode: string, rules: PasscodeRules): string | undefined {
  try {
    normaliseNewPasscode(passcode, rules.minLength);
    return undefined;
  } catch (error) {
    if (coreErrorCode(error) !== 'INVALID_PASSCODE') throw error;
    const length = Array.from(passcode.normalize('NFKC')).length;
    if (length < rules.minLength) return `Use at least ${String(rules.minLength)} characters.`;
    if (length > rules.maxLength) return `Use at most ${String(rules.maxLength)} characters.`;
    return 'The passcode has a character that is not allowed.';
  }
}

/** @throws VaultError `PolicyNotMet`: too short here, too long, or nothing that can be typed again */
export function newPasscodeBytes(passcode: string, rules: PasscodeRules): Bytes {
  const complaint = newPasscodeComplaint(passcode, rules);
  if (complaint !== undefined) throw new VaultError(VaultErrorCodes.PolicyNotMet, complaint);
  return normaliseNewPasscode(passcode, rules.minLength);
}
