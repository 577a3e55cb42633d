import type { SupportedBiometricType } from '../definitions/device.ts';
import type { ProtectionReport } from '../definitions/protection.ts';
import type { BiometricType, PluginConfiguration, PluginOptions, AuthMode } from '../definitions/v4.ts';
import { callApp } from '../vaults/call-app.ts';
import { KIND, MODE, type Kind } from '../vaults/format-words.ts';
import { asVaultError, noBiometrics, noPasscode } from '../vaults/refusals.ts';
import { toJson, valueOf } from '../vaults/stored-json.ts';
import { authModeOf } from './auth-mode-of.ts';
import { HandleConnection } from './handle-connection.ts';
import type { ManagedVault } from './managed-vault.ts';
import { ModeChanges } from './mode-changes.ts';
import { vaultTokens, type VaultTokens } from './vault-tokens.ts';

/** A vault as the app holds it: answers at once, and loads what is behind it when first needed. */
export class VaultHandle implements ManagedVault {
  /** Kept current until the handle is unsubscribed. */
  config?: PluginConfiguration;
  readonly tokens: VaultTokens;
  readonly #options: PluginOptions;
  readonly #connection: HandleConnection;
  readonly #changes: ModeChanges;

  constructor(options: PluginOptions) {
    this.#options = options;
    this.#connection = new HandleConnection(options, (config) => (this.config = config));
    this.#changes = new ModeChanges(this.#connection);
    this.tokens = vaultTokens(this.#connection);
    this.#connection.ready().then(
      () => callApp(() => options.onReady?.(this)),
      (error: unknown) => callApp(() => options.onError?.(asVaultError(error))),
    );
  }

  getConfig(): Promise<PluginConfiguration> {
    return this.#connection.refreshConfig();
  }

  getUsername(): Promise<string> {
    return this.#connection.use(() => this.#options.username);
  }

  async clear(): Promise<void> {
    await this.#connection.use((vault) => vault.erase());
    await this.#connection.refreshConfig();
  }

  getKeys(): Promise<string[]> {
    return this.#connection.use(async (vault) => [...(await vault.keys())]);
  }

  getToken<T = unknown>(): Promise<T> {
    return this.getValue<T>('token');
  }

  getValue<T = unknown>(key: string): Promise<T> {
    return this.#connection.use(async (vault) => valueOf(await vault.read([key])) as T);
  }

  storeToken(token: unknown): Promise<void> {
    return this.storeValue('token', token);
  }

  storeValue(key: string, value: unknown): Promise<void> {
    return this.#connection.use((vault) => vault.write([{ key, json: toJson(value) }]));
  }

  removeValue(key: string): Promise<void> {
    return this.#connection.use((vault) => vault.write([{ key, json: null }]));
  }

  lock(): Promise<void> {
    return this.#connection.use((vault) => vault.lock());
  }

  async unlock(usingPasscode?: boolean, passcode?: string): Promise<void> {
    const { isLocked, kinds } = await this.#connection.status();
    if (!isLocked) return;
    const wantsPasscode = usingPasscode === true || passcode !== undefined;
    if (usingPasscode === false && !kinds.includes(KIND.biometric)) throw noBiometrics();
    if (wantsPasscode && !kinds.includes(KIND.appPasscode)) throw noPasscode();
    const biometricsOnly = usingPasscode === false ? KIND.biometric : undefined;
    const only: Kind | undefined = wantsPasscode ? KIND.appPasscode : biometricsOnly;
    await this.#connection.use((vault) =>
      passcode === undefined ? vault.unlock(only) : vault.unlockWithPasscode(passcode),
    );
  }

  async isInUse(): Promise<boolean> {
    return (await this.#connection.status()).isInUse;
  }

  async hasSession(): Promise<boolean> {
    return (await this.#connection.status()).hasSession;
  }

  async isLocked(): Promise<boolean> {
    return (await this.#connection.status()).isLocked;
  }

  isPasscodeEnabled(): Promise<boolean> {
    return this.#has(KIND.appPasscode);
  }

  async isPasscodeSetupNeeded(): Promise<boolean> {
    return (await this.#connection.status()).isPasscodeSetupNeeded;
  }

  async isSecureStorageModeEnabled(): Promise<boolean> {
    return (await this.#connection.status()).mode === MODE.SecureStorage;
  }

  async getAuthMode(): Promise<AuthMode> {
    return authModeOf((await this.#connection.status()).mode);
  }

  async remainingAttempts(): Promise<number> {
    return (await this.#connection.status()).attemptsLeft ?? Infinity;
  }

  getProtectionReport(): Promise<ProtectionReport> {
    return this.#connection.use((vault) => vault.protection());
  }

  isBiometricsAvailable(): Promise<boolean> {
    return this.#connection.use((_, device) => device.isBiometricsAvailable());
  }

  isBiometricsEnabled(): Promise<boolean> {
    return this.#has(KIND.biometric);
  }

  isBiometricsSupported(): Promise<boolean> {
    return this.#connection.use((_, device) => device.isBiometricsSupported());
  }

  isLockedOutOfBiometrics(): Promise<boolean> {
    return this.#connection.use(async (_, device) => (await device.facts()).isLockedOut);
  }

  async getBiometricType(): Promise<BiometricType> {
    const hardware = await this.getAvailableHardware();
    if (hardware.includes('face')) return 'faceID';
    return hardware.includes('fingerprint') ? 'touchID' : 'none';
  }

  getAvailableHardware(): Promise<SupportedBiometricType[]> {
    return this.#connection.use(async (_, device) => [...(await device.facts()).hardware]);
  }

  needsPasscode(mode: AuthMode, purpose: 'replace' | 'change'): Promise<boolean> {
    return this.#changes.needsPasscode(mode, purpose);
  }

  setAuthMode(mode: AuthMode, passcode?: string): Promise<void> {
    return this.#changes.setAuthMode(mode, passcode);
  }

  replaceSession(session: unknown, mode: AuthMode, passcode?: string): Promise<void> {
    return this.#changes.replaceSession(session, mode, passcode);
  }

  setPasscode(passcode?: string): Promise<void> {
    return this.#changes.setPasscode(passcode);
  }

  setPasscodeEnabled(isPasscodeEnabled: boolean): Promise<void> {
    return this.#changes.enablePasscode(isPasscodeEnabled);
  }

  setBiometricsEnabled(isBiometricsEnabled: boolean): Promise<void> {
    return this.#changes.enableBiometrics(isBiometricsEnabled);
  }

  setSecureStorageModeEnabled(isSecureStorageModeEnabled: boolean): Promise<void> {
    return this.#changes.enableSecureStorage(isSecureStorageModeEnabled);
  }

  unsubscribe(): Promise<void> {
    return this.#connection.use(() => this.#connection.disconnect());
  }

  async #has(kind: Kind): Promise<boolean> {
    return (await this.#connection.status()).kinds.includes(kind);
  }
}
