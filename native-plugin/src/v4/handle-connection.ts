import type { PluginConfiguration, PluginOptions } from '../definitions/v4.ts';
import { callApp } from '../vaults/call-app.ts';
import { currentService } from '../vaults/current-service.ts';
import { KIND, MODE } from '../vaults/format-words.ts';
import { asVaultError } from '../vaults/refusals.ts';
import type { DeviceService, OpenVault, VaultStatus } from '../vaults/vault-service.ts';
import { authModeOf } from './auth-mode-of.ts';
import { settingsOfOptions } from './settings-of-options.ts';

interface Connected {
  readonly vault: OpenVault;
  readonly device: DeviceService;
}

/** A handle's way to its vault: opened in the background, its events passed on to the app's callbacks. */
export class HandleConnection {
  readonly #options: PluginOptions;
  readonly #opened: Promise<Connected>;
  readonly #keep: (config: PluginConfiguration) => void;
  #config: PluginConfiguration | undefined;
  #unsubscribe: (() => void) | undefined;

  /** @param keep is called with the configuration whenever it was read */
  constructor(options: PluginOptions, keep: (config: PluginConfiguration) => void) {
    this.#options = options;
    this.#keep = keep;
    this.#opened = this.#open();
  }

  /** Settles when the vault was opened, or could not be. */
  async ready(): Promise<void> {
    await this.#opened;
  }

  /** Every rejection leaves as a vault error. */
  async use<T>(task: (vault: OpenVault, device: DeviceService) => T | Promise<T>): Promise<T> {
    try {
      const { vault, device } = await this.#opened;
      return await task(vault, device);
    } catch (error) {
      throw asVaultError(error);
    }
  }

  status(): Promise<VaultStatus> {
    return this.use((vault) => vault.status());
  }

  /** Reads the configuration, and tells the app when it is another than before. */
  async refreshConfig(): Promise<PluginConfiguration> {
    const status = await this.status();
    const before = this.#config;
    const config = this.#read(status);
    const isChange = before && JSON.stringify(before) !== JSON.stringify(config);
    if (isChange && this.#unsubscribe) callApp(() => this.#options.onConfig?.(config));
    return config;
  }

  disconnect(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  async #open(): Promise<Connected> {
    const settings = settingsOfOptions(this.#options);
    const service = await currentService();
    const { vaultId, username } = this.#options;
    const vault = await service.open({ vaultName: vaultId, username }, settings);
    this.#read(await vault.status());
    this.#unsubscribe = vault.subscribe({
      onLock: (event) => callApp(() => this.#options.onLock?.(event)),
      onUnlock: () => callApp(() => this.#config && this.#options.onUnlock?.(this.#config)),
      onConfig: () => this.refreshConfig().catch(() => undefined),
      onIdle: (remaining) => callApp(() => this.#options.onIdle?.({ remaining })),
      onActive: () => callApp(() => this.#options.onActive?.()),
    });
    return { vault, device: service.device };
  }

  #read(status: VaultStatus): PluginConfiguration {
    const config = this.#configuration(status);
    this.#config = config;
    this.#keep(config);
    return config;
  }

  #configuration({ mode, kinds, isPasscodeSetupNeeded }: VaultStatus): PluginConfiguration {
    const { username, vaultId, hideScreenOnBackground = false } = this.#options;
    const { lockAfter = 0, idleTimeout = 0, sessionTimeout = 0 } = this.#options;
    return {
      authMode: authModeOf(mode),
      descriptor: { username, vaultId },
      isBiometricsEnabled: kinds.includes(KIND.biometric),
      isPasscodeEnabled: kinds.includes(KIND.appPasscode),
      isPasscodeSetupNeeded,
      isSecureStorageModeEnabled: mode === MODE.SecureStorage,
      hideScreenOnBackground,
      lockAfter,
      idleTimeout,
      sessionTimeout,
    };
  }
}
