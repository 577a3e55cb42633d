import { AuthMode, type PluginConfiguration, type VaultConfig, type VaultOptions } from '../definitions/v4.ts';

/** What the hooks are told: the options in force. */
export function vaultConfigOf(options: VaultOptions, config: PluginConfiguration): VaultConfig {
  const behaviour: VaultOptions = { ...options };
  delete behaviour.restoreSessionOnReady;
  delete behaviour.unlockOnReady;
  delete behaviour.unlockOnAccess;
  return { ...behaviour, authMode: configuredAuthMode(config), isPasscodeSetupNeeded: config.isPasscodeSetupNeeded };
}

/** The mode a configuration comes to, also one that doesn't name it. */
export function configuredAuthMode(config: PluginConfiguration): AuthMode {
  const { authMode, isSecureStorageModeEnabled, isBiometricsEnabled, isPasscodeEnabled } = config;
  if (authMode !== undefined) return authMode;
  if (isSecureStorageModeEnabled) return AuthMode.SecureStorage;
  if (isBiometricsEnabled) return isPasscodeEnabled ? AuthMode.BiometricAndPasscode : AuthMode.BiometricOnly;
  return isPasscodeEnabled ? AuthMode.PasscodeOnly : AuthMode.InMemoryOnly;
}
