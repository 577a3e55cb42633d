import { callApp } from './call-app.ts';
import { settingsOf } from './core/settings.ts';
import type { VaultCore } from './core/vault-core.ts';
import type { VaultStatus } from './core/vault-status.ts';
import { AuthMode, type IdentityVault, type PluginConfiguration, type PluginOptions } from './definitions.ts';
import { currentPlatform } from './platform.ts';
import { asVaultError } from './vault-error.ts';

/** A handle's way to its vault: opened in the background, its events passed on to the app's callbacks. */
export abstract class VaultConnection {
  /** Kept current until the handle is unsubscribed. */
  config?: PluginConfiguration;
  protected readonly options: PluginOptions;
  readonly #core: Promise<VaultCore>;
  #unsubscribe: (() => void) | undefined;

  constructor(options: PluginOptions) {
    this.options = options;
    this.#core = this.#open();
    this.#core.then(
      () => callApp(() => options.onReady?.(this.asVault())),
      (error: unknown) => callApp(() => options.onError?.(asVaultError(error))),
    );
  }

  protected abstract asVault(): IdentityVault;

  /** Every rejection leaves as a vault error. */
  protected async use<T>(task: (core: VaultCore) => T | Promise<T>): Promise<T> {
    try {
      return await task(await this.#core);
    } catch (error) {
      throw asVaultError(error);
    }
  }

  protected status(): Promise<VaultStatus> {
    return this.use((core) => core.status());
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

  async #open(): Promise<VaultCore> {
    const settings = settingsOf(this.options);
    const platform = await currentPlatform();
    const core = await platform.open(this.options, settings);
    this.config = this.#configuration(await core.status());
    this.#unsubscribe = core.memory.subscribe({
      onLock: (event) => callApp(() => this.options.onLock?.(event)),
      onUnlock: () => callApp(() => this.config && this.options.onUnlock?.(this.config)),
      onConfig: () => this.refreshConfig().catch(() => undefined),
    });
    return core;
  }

  #configuration({ mode, protection, isPasscodeSetupNeeded }: VaultStatus): PluginConfiguration {
    const { username, vaultId, hideScreenOnBackground = false, lockAfter = 0 } = this.options;
    return {
      authMode: mode,
      descriptor: { username, vaultId },
      isBiometricsEnabled: false,
      isPasscodeEnabled: protection === 'appPasscode',
      isPasscodeSetupNeeded,
      isSecureStorageModeEnabled: mode === AuthMode.SecureStorage,
      hideScreenOnBackground,
      lockAfter,
    };
  }
}
