import { AuthMode } from './definitions.ts';
import type { BiometricType, PluginConfiguration, ProtectionReport, SupportedBiometricType } from './definitions.ts';
import { VaultConnection } from './vault-connection.ts';

/**
 * What can be asked of a vault, locked or not. There are no biometric keys on the web yet, so
 * everything about biometrics answers no.
 */
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
    return (await this.status()).protection === 'appPasscode';
  }

  async isPasscodeSetupNeeded(): Promise<boolean> {
    return (await this.status()).isPasscodeSetupNeeded;
  }

  async isSecureStorageModeEnabled(): Promise<boolean> {
    return (await this.status()).mode === AuthMode.SecureStorage;
  }

  async getAuthMode(): Promise<AuthMode> {
    return (await this.status()).mode;
  }

  async remainingAttempts(): Promise<number> {
    const { attemptsLeft } = await this.status();
    return this.use((core) =>
      core.memory.settings.shouldClearVaultAfterTooManyFailedAttempts ? attemptsLeft : Infinity,
    );
  }

  async getProtectionReport(): Promise<ProtectionReport> {
    const { protection = 'memory' } = await this.status();
    return this.use((core) => core.ports.protection[protection]);
  }

  isBiometricsAvailable(): Promise<boolean> {
    return this.use(() => false);
  }

  isBiometricsEnabled(): Promise<boolean> {
    return this.use(() => false);
  }

  isBiometricsSupported(): Promise<boolean> {
    return this.use(() => false);
  }

  isLockedOutOfBiometrics(): Promise<boolean> {
    return this.use(() => false);
  }

  getBiometricType(): Promise<BiometricType> {
    return this.use(() => 'none' as const);
  }

  getAvailableHardware(): Promise<SupportedBiometricType[]> {
    return this.use(() => []);
  }
}
