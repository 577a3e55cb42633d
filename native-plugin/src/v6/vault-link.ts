import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';
import type { IdentityVaultConfig } from '../definitions/v6.ts';
import { identityVaultSettings } from './identity-vault-settings.ts';
import { currentRegistry } from '../vaults/platform.ts';
import { VaultCallbacks } from './vault-callbacks.ts';
import type { Mode } from '../core/codec/format-ids.ts';
import { inTurn } from '../core/vault/in-turn.ts';
import { toldToApp } from '../vaults/local/core-failure.ts';
import type { SharedVault } from '../vaults/local/shared-vault.ts';

/** A vault of versions 5 and 6 and the one it stands for: connected by its configuration, its events passed on. */
export abstract class VaultLink extends VaultCallbacks {
  #config: IdentityVaultConfig | undefined;
  /** What the vault was last told. */
  #inForce: { readonly config: IdentityVaultConfig; readonly mode: Mode } | undefined;
  #vault: Promise<SharedVault> | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Two at the same time would both subscribe. */
  readonly #inTurn = inTurn();

  /** @param config as of version 5: initializes at once; every call waits for it, and `onError` is told when it fails */
  constructor(config?: IdentityVaultConfig) {
    super();
    if (!config) return;
    this.#config = config;
    this.initialize(config).catch(() => undefined);
  }

  /** See {@link VaultInterface.config}. */
  get config(): IdentityVaultConfig | undefined {
    return this.#config;
  }

  /** How a vault of this configuration is unlocked here. @throws VaultError `InvalidArguments` */
  protected abstract modeOf(config: IdentityVaultConfig): Mode;

  /** The configuration as it holds for a vault that has this mode already. */
  protected abstract configOf(config: IdentityVaultConfig, mode: Mode): IdentityVaultConfig;

  abstract unlock(): Promise<void>;

  /** See {@link VaultInterface.initialize}. */
  initialize(config: IdentityVaultConfig): Promise<void> {
    // Never at once: a subclass is complete only after the constructor.
    this.#vault = this.#inTurn(() => this.#connect(config));
    return this.use(async (vault) => {
      const { isStored, isInUse } = await vault.status();
      if (!isStored && !isInUse) await vault.slotsFor(this.modeOf(config));
      // Not waited for: the page that asks for the passcode may be shown only after this.
      if (config.unlockVaultOnLoad) this.unlock().catch(() => undefined);
    });
  }

  /** Every rejection leaves as a vault error, and is told. */
  protected async use<T>(task: (vault: SharedVault) => T | Promise<T>): Promise<T> {
    try {
      if (!this.#vault) throw new VaultError(VaultErrorCodes.VaultUnavailable, 'Call initialize first.');
      return await task(await this.#vault);
    } catch (error) {
      const told = toldToApp(error);
      this.tellError(told);
      throw told;
    }
  }

  /** Puts options in force that need no other keys. @returns what puts the former ones back */
  protected async configure(config: IdentityVaultConfig, mode: Mode): Promise<() => Promise<void>> {
    const former = this.#inForce;
    await this.#open(config, mode);
    return async () => {
      if (former) await this.#open(former.config, former.mode);
    };
  }

  async #open(config: IdentityVaultConfig, mode: Mode): Promise<SharedVault> {
    const settings = identityVaultSettings(config, mode);
    const registry = await currentRegistry();
    const vault = await registry.open({ key: config.key }, settings);
    this.#inForce = { config, mode };
    this.#config = config;
    return vault;
  }

  async #connect(config: IdentityVaultConfig): Promise<SharedVault> {
    this.#unsubscribe?.();
    const mode = this.modeOf(config);
    const vault = await this.#open(config, mode);
    const { isStored, isInUse, mode: present } = await vault.status();
    if (isStored || isInUse) await this.#open(this.configOf(config, present), present);
    // What an earlier configuration chose for the next new vault of this process.
    else if (present !== mode) await vault.rekey(mode);
    this.#unsubscribe = vault.events.subscribe({
      onLock: (event) => this.tellLock(event),
      onUnlock: () => this.tellUnlock(),
      onConfig: () => undefined,
    });
    return vault;
  }
}
