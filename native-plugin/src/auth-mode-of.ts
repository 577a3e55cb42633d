import { AuthMode } from './definitions.ts';
import { MODE, type Mode } from './vault-core/codec/format-ids.ts';

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
