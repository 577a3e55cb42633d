import { AuthMode, VaultErrorCodes } from '../definitions.ts';
import { VaultError } from '../vault-error.ts';
import type { SlotKind } from './record.ts';

/** Where a mode keeps the data key: in a slot, or nowhere. */
export type Protection = SlotKind | 'memory';

/** Checked at run time: options also come from plain JavaScript and from storage. */
export function isAuthMode(value: unknown): value is AuthMode {
  return typeof value === 'number' && value in AuthMode;
}

/**
 * What a mode comes to where there are no biometric keys.
 * @throws VaultError `PolicyNotMet`: the mode has no way to unlock here. `InvalidAuthMode`.
 */
export function protectionOf(mode: AuthMode): Protection {
  switch (mode) {
    case AuthMode.PasscodeOnly:
    case AuthMode.BiometricAndPasscode:
    case AuthMode.BiometricOrPasscode:
      return 'appPasscode';
    case AuthMode.SecureStorage:
      return 'device';
    case AuthMode.InMemoryOnly:
      return 'memory';
    case AuthMode.BiometricOnly:
      throw new VaultError(
        VaultErrorCodes.PolicyNotMet,
        'BiometricOnly needs biometric keys, which are not available here.',
      );
    default:
      throw new VaultError(VaultErrorCodes.InvalidAuthMode, 'The mode is not one of AuthMode.');
  }
}
