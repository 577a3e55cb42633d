import { ConfiguredVault } from './configured-vault.ts';
import type { IdentityVaultConfig } from '../definitions/v6.ts';
import { modeOfType, typeOfMode } from './mode-of-type.ts';
import type { Mode } from '../core/codec/format-ids.ts';

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
  protected override modeOf(config: IdentityVaultConfig): Mode {
    return modeOfType(config);
  }

  protected override configOf(config: IdentityVaultConfig, mode: Mode): IdentityVaultConfig {
    return { ...config, ...typeOfMode(mode) };
  }
}
