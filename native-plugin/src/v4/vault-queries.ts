import { authModeOf } from './auth-mode-of.ts';
import type { SupportedBiometricType } from '../definitions/device.ts';
import type { ProtectionReport } from '../definitions/protection.ts';
import type { AuthMode, BiometricType, PluginConfiguration } from '../definitions/v4.ts';
import { KIND, MODE, type Kind } from '../core/codec/format-ids.ts';
import { VaultConnection } from './vault-connection.ts';
import { protectionOf } from '../vaults/local/protection.ts';

/** What can be asked of a vault, locked or not. */
export abstract class VaultQueries extends VaultConnection {
  getConfig(): Promise<PluginConfiguration> {
    return this.refreshConfig();
  }

  getUsername(): Promise<string> {
    return this.use(() => this.options.username);
  }

  async isInUse(): Promise<boolean> {
    return (await this.status()).isInUse;
  }

  async hasSession(): Promise<boolean> {
    return (await this.status()).hasSession;
  }

  async isLocked(): Promise<boolean> {
    return (await this.status()).isLocked;
  }

  async isPasscodeEnabled(): Promise<boolean> {
    return this.#has(KIND.appPasscode);
  }

  async isPasscodeSetupNeeded(): Promise<boolean> {
    return (await this.status()).isPasscodeSetupNeeded;
  }

  async isSecureStorageModeEnabled(): Promise<boolean> {
    return (await this.status()).mode === MODE.SecureStorage;
  }

  async getAuthMode(): Promise<AuthMode> {
    return authModeOf((await this.status()).mode);
  }

  async remainingAttempts(): Promise<number> {
    return (await this.status()).attemptsLeft;
  }

  async getProtectionReport(): Promise<ProtectionReport> {
    return protectionOf((await this.status()).kinds);
  }

  isBiometricsAvailable(): Promise<boolean> {
    return this.use(({ platform }) => platform.biometrics.isAvailable());
  }

  isBiometricsEnabled(): Promise<boolean> {
    return this.#has(KIND.biometric);
  }

  isBiometricsSupported(): Promise<boolean> {
    return this.use(({ platform }) => platform.biometrics.isSupported());
  }

  isLockedOutOfBiometrics(): Promise<boolean> {
    return this.use(async ({ platform }) => (await platform.device.facts()).isLockedOut);
  }

  async getBiometricType(): Promise<BiometricType> {
    const hardware = await this.getAvailableHardware();
    if (hardware.includes('face')) return 'faceID';
    return hardware.includes('fingerprint') ? 'touchID' : 'none';
  }

  getAvailableHardware(): Promise<SupportedBiometricType[]> {
    return this.use(async ({ platform }) => [...(await platform.device.facts()).hardware]);
  }

  async #has(kind: Kind): Promise<boolean> {
    return (await this.status()).kinds.includes(kind);
  }
}
