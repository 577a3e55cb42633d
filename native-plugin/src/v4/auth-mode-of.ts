import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import { AuthMode } from '../definitions/v4.ts';
import { isIdOf, MODE, type Mode } from '../vaults/format-words.ts';

const AUTH_MODES: Readonly<Record<Mode, AuthMode>> = {
  [MODE.BiometricOnly]: AuthMode.BiometricOnly,
  [MODE.PasscodeOnly]: AuthMode.PasscodeOnly,
  [MODE.BiometricAndPasscode]: AuthMode.BiometricAndPasscode,
  [MODE.InMemoryOnly]: AuthMode.InMemoryOnly,
  [MODE.BiometricOrPasscode]: AuthMode.BiometricOrPasscode,
  [MODE.SecureStorage]: AuthMode.SecureStorage,
  // Version 4 has no name for these, and makes no such vaults.
  [MODE.DeviceCredentialOnly]: AuthMode.BiometricOnly,
  [MODE.BiometricAndDeviceCredential]: AuthMode.BiometricOnly,
};

/** Version 4's name of a stored mode. */
export function authModeOf(mode: Mode): AuthMode {
  return AUTH_MODES[mode];
}

/** The mode of that name. @throws VaultError `InvalidAuthMode`: not one of AuthMode, from plain JavaScript */
export function modeOf(authMode: AuthMode): Mode {
  const id: number = authMode;
  // The format has more modes than version 4 has names.
  if (isIdOf(MODE, id) && authModeOf(id) === authMode) return id;
  throw new VaultError(VaultErrorCodes.InvalidAuthMode, 'The mode is not one of AuthMode.');
}
