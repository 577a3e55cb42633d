import { CoreError, type CoreErrorCode } from '../../core/ports/core-error.ts';
import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import { asVaultError } from '../refusals.ts';
import type { EntryRefusal } from './passcode-prompt.ts';

type Told = readonly [code: VaultErrorCodes, message: string];

/** What an app is told for each of the core's errors. */
const TOLD: Readonly<Record<CoreErrorCode, Told>> = {
  CORRUPT: [VaultErrorCodes.Corrupt, 'What is stored is damaged or was changed.'],
  UNSUPPORTED_FORMAT: [VaultErrorCodes.UnsupportedFormat, 'Written by a newer version of this package.'],
  SCOPE_MISMATCH: [VaultErrorCodes.Corrupt, 'What is stored belongs to another vault.'],
  SLOT_NOT_FOUND: [VaultErrorCodes.KeyNotFound, 'The vault can not be unlocked this way.'],
  INVALID_PASSCODE: [VaultErrorCodes.InvalidArguments, 'This can not be a passcode.'],
  AUTHENTICATION_FAILED: [VaultErrorCodes.AuthFailed, 'The passcode is wrong, or the biometric match failed.'],
  NOT_FOUND: [VaultErrorCodes.KeyNotFound, 'There is no vault.'],
  ROLLED_BACK: [VaultErrorCodes.RolledBack, 'An older copy of the vault was put back, or a part of it is missing.'],
  KEY_MISSING: [VaultErrorCodes.KeyNotFound, 'The key that opens the vault is not on this device.'],
  KEY_INVALIDATED: [VaultErrorCodes.InvalidatedCredential, 'The system destroyed the key of this vault.'],
  DEVICE_FUNCTION_FAILED: [VaultErrorCodes.KeyNotFound, 'A key of this device does not work.'],
  TEMPORARILY_UNAVAILABLE: [VaultErrorCodes.VaultUnavailable, 'Storage or a key can not be used now. Try again.'],
  ATTEMPT_DELAYED: [VaultErrorCodes.AttemptDelayed, 'Too early after failed attempts; nothing was checked.'],
  TOO_MANY_ATTEMPTS: [VaultErrorCodes.TooManyFailedAttempts, 'The last attempt failed, and the vault was erased.'],
  USER_CANCELED: [VaultErrorCodes.UserCanceledInteraction, 'The prompt was cancelled.'],
  LOCKED_OUT: [VaultErrorCodes.iOSBiometricsLockedOut, 'Biometrics are locked out.'],
  LOCKED: [VaultErrorCodes.VaultLocked, 'The vault is locked.'],
  CONFLICT: [VaultErrorCodes.Conflict, 'The vault was changed elsewhere meanwhile; nothing was written.'],
  POLICY_NOT_MET: [VaultErrorCodes.PolicyNotMet, 'The protection that was asked for can not be met here.'],
  INVALID_ARGUMENT: [VaultErrorCodes.InvalidArguments, 'A key or value that can not be stored.'],
  LIMIT_EXCEEDED: [VaultErrorCodes.LimitExceeded, 'Too large; nothing was written.'],
};

/** Runs a task of the seam: every rejection leaves as a vault error. */
export async function tellingApp<T>(task: () => T | Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw toldToApp(error);
  }
}

/** Whatever was caught, as the app is told. */
function toldToApp(error: unknown): VaultError {
  if (!(error instanceof CoreError)) return asVaultError(error);
  const [code, message] = TOLD[error.code];
  return new VaultError(code, withDelay(message, error.retryAfter), { cause: error });
}

/** What an app reads for one of the core's codes that came over the bridge; `undefined` where it is none of them. */
export function textOfCode(code: string, retryAfter?: number): string | undefined {
  return Object.hasOwn(TOLD, code) ? withDelay(TOLD[code as CoreErrorCode][1], retryAfter) : undefined;
}

/** @param retryAfter milliseconds */
function withDelay(message: string, retryAfter: number | undefined): string {
  return retryAfter === undefined ? message : `${message} Try again in ${seconds(retryAfter)}.`;
}

/** What the passcode prompt is told when another try makes sense. */
export function entryRefusalOf({ code, retryAfter = 0 }: CoreError): EntryRefusal {
  if (code === 'ATTEMPT_DELAYED') return { reason: 'tooEarly', retryAfter };
  return { reason: code === 'INVALID_PASSCODE' ? 'impossible' : 'wrong' };
}

function seconds(milliseconds: number): string {
  const rounded = Math.max(1, Math.ceil(milliseconds / 1000));
  if (rounded >= 120) return `${Math.ceil(rounded / 60)} minutes`;
  return rounded === 1 ? '1 second' : `${rounded} seconds`;
}
