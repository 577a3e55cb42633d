import { ConfiguredVault } from './configured-vault.ts';
import { type IdentityVaultConfig, VaultType } from '../definitions/v6.ts';
import { modeOfType } from './mode-of-type.ts';
import { MODE, type Mode } from '../core/codec/format-ids.ts';

/**
 * A `Vault` for development in a browser, which says yes to every type: values are encrypted with a key of the browser
 * and **can be read without any authentication, whatever `type` says**. It never locks and never asks. Only `InMemory`
 * is what it says.
 *
 * Use {@link Vault} in a browser for a vault that people unlock. {@link VaultInterface} documents each method.
 *
 * @example
 * const vault = Capacitor.isNativePlatform() ? new Vault() : new BrowserVault();
 */
export class BrowserVault extends ConfiguredVault {
  protected override modeOf(config: IdentityVaultConfig): Mode {
    modeOfType(config);
    return config.type === VaultType.InMemory ? MODE.InMemoryOnly : MODE.SecureStorage;
  }

  /** As it was given: the type means nothing here. */
  protected override configOf(config: IdentityVaultConfig): IdentityVaultConfig {
    return config;
  }
}
