import { AuthMode, VaultErrorCodes, type PluginOptions } from '../definitions.ts';
import { VaultError } from '../vault-error.ts';
import { isAuthMode } from './auth-modes.ts';

/** The options a vault acts on, complete. */
export interface Settings {
  readonly authMode: AuthMode;
  readonly lockAfter: number;
  readonly hideScreenOnBackground: boolean;
  readonly shouldClearVaultAfterTooManyFailedAttempts: boolean;
}

/** @throws VaultError `InvalidArguments`, `InvalidAuthMode` */
export function settingsOf(options: PluginOptions): Settings {
  const { authMode = AuthMode.BiometricAndPasscode, lockAfter = 0 } = options;
  if (!isAuthMode(authMode)) {
    throw new VaultError(VaultErrorCodes.InvalidAuthMode, 'authMode is not one of AuthMode.');
  }
  if (!Number.isSafeInteger(lockAfter) || lockAfter < 0) {
    throw new VaultError(
      VaultErrorCodes.InvalidArguments,
      'lockAfter must be a whole number of milliseconds, 0 = never.',
    );
  }
  return {
    authMode,
    lockAfter,
    hideScreenOnBackground: options.hideScreenOnBackground ?? false,
    shouldClearVaultAfterTooManyFailedAttempts: options.shouldClearVaultAfterTooManyFailedAttempts ?? true,
  };
}
