import type { IdentityVaultConfig } from '../definitions/v6.ts';
import { ConfiguredVault } from './configured-vault.ts';
import { modeOfType, typeOfMode } from './mode-of-type.ts';
import type { TypeRules } from './type-rules.ts';

const STRICT: TypeRules = {
  modeOf: modeOfType,
  configOf: (config, mode) => ({ ...config, ...typeOfMode(mode) }),
};

/**
 * Values that are protected as the configuration says, or not stored at all. {@link VaultInterface} documents each
 * method.
 *
 * The same in a browser: where a type can't be had there, it is refused (`PolicyNotMet`) and never replaced by a weaker
 * one. `CustomPasscode`, `SecureStorage` and `InMemory` work there, `DeviceSecurity` only with
 * `DeviceSecurityType.Biometrics` and a passkey.
 *
 * @example
 * const vault = new Vault();
 * await vault.initialize({
 *   key: 'com.example.session',
 *   type: VaultType.DeviceSecurity,
 *   deviceSecurityType: DeviceSecurityType.Both,
 *   lockAfterBackgrounded: 5000,
 * });
 * vault.onLock(() => router.navigate(['/unlock']));
 * await vault.setValue('session', session);
 */
export class Vault extends ConfiguredVault {
  /** @param config as of version 5: initializes at once; every call waits for it, and `onError` is told when it fails */
  constructor(config?: IdentityVaultConfig) {
    super(STRICT, config);
  }
}
