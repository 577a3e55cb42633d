import { VaultErrorCodes, type AuthMode } from '../definitions.ts';
import { isVaultError } from '../vault-error.ts';
import { MAX_ATTEMPTS } from './attempts.ts';
import { protectionOf, type Protection } from './auth-modes.ts';
import type { Values, VaultRecord } from './record.ts';

/** What can be said of a vault without opening it. */
export interface VaultStatus {
  readonly mode: AuthMode;
  /** `undefined`: the mode has no way to unlock here. */
  readonly protection: Protection | undefined;
  readonly isInUse: boolean;
  readonly hasSession: boolean;
  readonly isLocked: boolean;
  readonly isPasscodeSetupNeeded: boolean;
  readonly attemptsLeft: number;
}

interface Observed {
  /** `unreadable` is never taken for absent: the vault counts as in use and locked. */
  readonly record: VaultRecord | 'unreadable' | undefined;
  readonly hasKey: boolean;
  readonly values: Values | undefined;
  readonly newMode: AuthMode;
}

export function vaultStatus({ record, hasKey, values, newMode }: Observed): VaultStatus {
  if (values !== undefined || record === undefined) {
    const protection = possibleProtection(newMode);
    return {
      mode: newMode,
      protection,
      isInUse: (values?.size ?? 0) > 0,
      hasSession: values?.has('session') ?? false,
      isLocked: false,
      isPasscodeSetupNeeded: protection === 'appPasscode',
      attemptsLeft: MAX_ATTEMPTS,
    };
  }

  const stored = { isLocked: !hasKey, isPasscodeSetupNeeded: false };
  if (record === 'unreadable') {
    const protection = possibleProtection(newMode);
    return { ...stored, mode: newMode, protection, isInUse: true, hasSession: true, attemptsLeft: MAX_ATTEMPTS };
  }
  return {
    mode: record.mode,
    protection: record.slot.kind,
    isInUse: record.hasValues,
    hasSession: record.hasSession,
    isLocked: record.slot.kind !== 'device' && !hasKey,
    isPasscodeSetupNeeded: false,
    attemptsLeft: Math.max(0, MAX_ATTEMPTS - record.attempts.failed),
  };
}

/** The record, where damage is an observation and not a failure. */
export async function observe(
  load: () => Promise<VaultRecord | undefined>,
): Promise<VaultRecord | 'unreadable' | undefined> {
  try {
    return await load();
  } catch (error) {
    const isDamage =
      isVaultError(error) &&
      (error.code === VaultErrorCodes.Corrupt || error.code === VaultErrorCodes.UnsupportedFormat);
    if (isDamage) return 'unreadable';
    throw error;
  }
}

function possibleProtection(mode: AuthMode): Protection | undefined {
  try {
    return protectionOf(mode);
  } catch {
    return undefined;
  }
}
