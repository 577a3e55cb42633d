import { authModeOf } from './auth-mode-of.ts';
import { callApp } from '../vaults/call-app.ts';
import type { IdentityVault, PluginConfiguration, PluginOptions } from '../definitions/v4.ts';
import { currentRegistry } from '../vaults/platform.ts';
import { pluginSettings } from './plugin-settings.ts';
import { KIND, MODE } from '../core/codec/format-ids.ts';
import { toldToApp } from '../vaults/local/core-failure.ts';
import type { SharedVault } from '../vaults/local/shared-vault.ts';
import type { VaultStatus } from '../vaults/local/vault-status.ts';

/** A handle's way to its vault: opened in the background, its events passed on to the app's callbacks. */
export abstract class VaultConnection {
  /** Kept current until the handle is unsubscribed. */
  config?: PluginConfiguration;
  protected readonly options: PluginOptions;
  readonly #vault: Promise<SharedVault>;
  #unsubscribe: (() => void) | undefined;

  constructor(options: PluginOptions) {
    this.options = options;
    this.#vault = this.#open();
    this.#vault.then(
      () => callApp(() => options.onReady?.(this.asVault())),
      (error: unknown) => callApp(() => options.onError?.(toldToApp(error))),
    );
  }

  protected abstract asVault(): IdentityVault;

  /** Every rejection leaves as a vault error. */
  protected async use<T>(task: (vault: SharedVault) => T | Promise<T>): Promise<T> {
    try {
      return await task(await this.#vault);
    } catch (error) {
      throw toldToApp(error);
    }
  }

  protected status(): Promise<VaultStatus> {
    return this.use((vault) => vault.status());
  }

  /** Reads the configuration, and tells the app when it is another than before. */
  protected async refreshConfig(): Promise<PluginConfiguration> {
    const status = await this.status();
    const before = this.config;
    const config = this.#configuration(status);
    this.config = config;
    const isChange = before && JSON.stringify(before) !== JSON.stringify(config);
    if (isChange && this.#unsubscribe) callApp(() => this.options.onConfig?.(config));
    return config;
  }

  protected disconnect(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  async #open(): Promise<SharedVault> {
    const settings = pluginSettings(this.options);
    const registry = await currentRegistry();
    const { vaultId, username } = this.options;
    const vault = await registry.open({ vaultName: vaultId, username }, settings);
    this.config = this.#configuration(await vault.status());
    this.#unsubscribe = vault.events.subscribe({
      onLock: (event) => callApp(() => this.options.onLock?.(event)),
      onUnlock: () => callApp(() => this.config && this.options.onUnlock?.(this.config)),
      onConfig: () => this.refreshConfig().catch(() => undefined),
    });
    return vault;
  }

  #configuration({ mode, kinds, isPasscodeSetupNeeded }: VaultStatus): PluginConfiguration {
    const { username, vaultId, hideScreenOnBackground = false, lockAfter = 0 } = this.options;
    return {
      authMode: authModeOf(mode),
      descriptor: { username, vaultId },
      isBiometricsEnabled: kinds.includes(KIND.biometric),
      isPasscodeEnabled: kinds.includes(KIND.appPasscode),
      isPasscodeSetupNeeded,
      isSecureStorageModeEnabled: mode === MODE.SecureStorage,
      hideScreenOnBackground,
      lockAfter,
    };
  }
}
