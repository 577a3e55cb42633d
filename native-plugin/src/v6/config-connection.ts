import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { IdentityVaultConfig } from '../definitions/v6.ts';
import { currentService } from '../vaults/current-service.ts';
import type { Mode } from '../vaults/format-words.ts';
import { inTurn } from '../vaults/in-turn.ts';
import type { OpenVault, VaultListener } from '../vaults/vault-service.ts';
import { settingsOfConfig } from './settings-of-config.ts';
import type { TypeRules } from './type-rules.ts';

/** A handle's way to its vault: by its configuration, which may come late and change. */
export class ConfigConnection {
  readonly #rules: TypeRules;
  readonly #listener: VaultListener;
  #config: IdentityVaultConfig | undefined;
  /** What the vault was last told. */
  #inForce: { readonly config: IdentityVaultConfig; readonly mode: Mode } | undefined;
  #vault: Promise<OpenVault> | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Two at the same time would both subscribe. */
  readonly #inTurn = inTurn();

  constructor(rules: TypeRules, listener: VaultListener, config: IdentityVaultConfig | undefined) {
    this.#rules = rules;
    this.#listener = listener;
    this.#config = config;
  }

  /** See {@link VaultInterface.config}. */
  get config(): IdentityVaultConfig | undefined {
    return this.#config;
  }

  /** From now on {@link vault} is the one of this configuration. */
  connect(config: IdentityVaultConfig): void {
    this.#vault = this.#inTurn(() => this.#connect(config));
  }

  /** @throws VaultError `VaultUnavailable`: never connected; what connecting was rejected with */
  async vault(): Promise<OpenVault> {
    if (!this.#vault) throw new VaultError(VaultErrorCodes.VaultUnavailable, 'Call initialize first.');
    return this.#vault;
  }

  /** Puts options in force that need no other keys. @returns what puts the former ones back */
  async configure(config: IdentityVaultConfig, mode: Mode): Promise<() => Promise<void>> {
    const former = this.#inForce;
    await this.#open(config, mode);
    return async () => {
      if (former) await this.#open(former.config, former.mode);
    };
  }

  async #connect(config: IdentityVaultConfig): Promise<OpenVault> {
    this.#unsubscribe?.();
    const mode = this.#rules.modeOf(config);
    const vault = await this.#open(config, mode);
    const { isStored, isInUse, mode: present } = await vault.status();
    if (isStored || isInUse) await this.#open(this.#rules.configOf(config, present), present);
    // What an earlier configuration chose for the next new vault of this process.
    else if (present !== mode) await vault.rekey(mode);
    this.#unsubscribe = vault.subscribe(this.#listener);
    return vault;
  }

  async #open(config: IdentityVaultConfig, mode: Mode): Promise<OpenVault> {
    const settings = settingsOfConfig(config, mode);
    const service = await currentService();
    const vault = await service.open({ key: config.key }, settings);
    this.#inForce = { config, mode };
    this.#config = config;
    return vault;
  }
}
