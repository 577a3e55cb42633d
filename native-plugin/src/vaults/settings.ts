import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { EnrollmentChange } from '../definitions/protection.ts';
import { ENROLMENT, type Enrolment, type Mode } from '../core/codec/format-ids.ts';
import type { PolicyChanges } from '../core/vault/vault-session.ts';

/** The options a vault acts on, complete. */
export interface Settings {
  /** Of a vault that is newly made. */
  readonly mode: Mode;
  /** Milliseconds in the background; `null` = never, 0 = at once. */
  readonly lockAfter: number | null;
  readonly hideScreen: boolean;
  readonly wipeAtMax: boolean;
  readonly maxAttempts: number;
  readonly enrolment: Enrolment;
}

/** Options as an app wrote them, in either generation's words. */
export interface WrittenSettings extends Omit<Settings, 'enrolment'> {
  readonly onEnrollmentChange: EnrollmentChange;
}

/** Checked at run time: options also come from plain JavaScript. @throws VaultError `InvalidArguments` */
export function settingsOf({ onEnrollmentChange, ...written }: WrittenSettings): Settings {
  const { lockAfter, maxAttempts } = written;
  if (lockAfter !== null && !(Number.isSafeInteger(lockAfter) && lockAfter >= 0))
    throw invalid('The time after which to lock must be a whole number of milliseconds, not negative.');
  if (!(Number.isSafeInteger(maxAttempts) && maxAttempts >= 1 && maxAttempts <= 255))
    throw invalid('The number of allowed attempts must be a whole number from 1 to 255.');
  if (!(onEnrollmentChange in ENROLMENT)) throw invalid('onEnrollmentChange must be requireOther, wipe or ignore.');
  return { ...written, enrolment: ENROLMENT[onEnrollmentChange] };
}

/** What of the options is stored with a vault. */
export function policyOf({ enrolment, maxAttempts, wipeAtMax }: Settings): Required<PolicyChanges> {
  return { enrolment, maxAttempts, wipeAtMax };
}

function invalid(message: string): VaultError {
  return new VaultError(VaultErrorCodes.InvalidArguments, message);
}
