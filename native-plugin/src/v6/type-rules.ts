import type { IdentityVaultConfig } from '../definitions/v6.ts';
import type { Mode } from '../vaults/format-words.ts';

/** What the type in a configuration means: all that `Vault` and `BrowserVault` do differently. */
export interface TypeRules {
  /** How a vault of this configuration is unlocked here. @throws VaultError `InvalidArguments` */
  modeOf(config: IdentityVaultConfig): Mode;
  /** The configuration as it holds for a vault that has this mode already. */
  configOf(config: IdentityVaultConfig, mode: Mode): IdentityVaultConfig;
}
