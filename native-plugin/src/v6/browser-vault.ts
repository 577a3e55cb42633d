import { VaultType, type IdentityVaultConfig } from '../definitions/v6.ts';
import { MODE } from '../vaults/format-words.ts';
import { ConfiguredVault } from './configured-vault.ts';
import { modeOfType } from './mode-of-type.ts';
import type { TypeRules } from './type-rules.ts';

/** Every type is accepted, and one that exists is obeyed. */
const LENIENT: TypeRules = {
  modeOf(config) {
    modeOfType(config);
    return config.type === VaultType.InMemory ? MODE.InMemoryOnly : MODE.SecureStorage;
  },
  // As it was given: the type means nothing here.
  configOf: (config) => config,
};

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
  /** @param config as of version 5: initializes at once; every call waits for it, and `onError` is told when it fails */
  constructor(config?: IdentityVaultConfig) {
    super(LENIENT, config);
  }
}
