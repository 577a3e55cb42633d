/* eslint-disable @typescript-eslint/require-await, @typescript-eslint/no-empty-function -- written as apps write them */
import { expect, it } from 'vitest';
import { AuthMode, IonicIdentityVaultUser, VaultErrorCodes } from '../../src/index.ts';
import type { IdentityVault, IonicNativeAuthPlugin, PluginConfiguration, PluginOptions } from '../../src/index.ts';
import { ada, type Session } from '../support/identity.ts';

/** A vault as apps wrote them for the browser, with the documented methods only, in the documented shapes. */
class BrowserAuthService implements IdentityVault {
  readonly calls: string[] = [];
  readonly #values = new Map<string, unknown>();
  readonly #options: PluginOptions;
  #isPasscodeEnabled = false;
  #passcode: string | undefined;

  constructor(options: PluginOptions) {
    this.#options = options;
  }

  async clear(): Promise<void> {
    this.calls.push('clear');
    this.#values.clear();
    this.#passcode = undefined;
  }
  async getConfig(): Promise<PluginConfiguration> {
    return {
      descriptor: { username: this.#options.username, vaultId: this.#options.vaultId },
      isBiometricsEnabled: false,
      isPasscodeEnabled: this.#isPasscodeEnabled,
      isPasscodeSetupNeeded: await this.isPasscodeSetupNeeded(),
      isSecureStorageModeEnabled: false,
      hideScreenOnBackground: false,
      lockAfter: 0,
    };
  }
  async getKeys(): Promise<string[]> {
    return [...this.#values.keys()];
  }
  getToken<T>(): Promise<T> {
    return this.getValue('token');
  }
  async getUsername(): Promise<string> {
    return this.#options.username;
  }
  async getValue<T>(key: string): Promise<T> {
    return this.#values.get(key) as T;
  }
  isBiometricsAvailable = async () => false;
  isBiometricsEnabled = async () => false;
  isBiometricsSupported = async () => false;
  isInUse = async () => this.#values.size > 0;
  isLocked = async () => false;
  isLockedOutOfBiometrics = async () => false;
  isPasscodeEnabled = async () => this.#isPasscodeEnabled;
  isPasscodeSetupNeeded = async () => this.#isPasscodeEnabled && this.#passcode === undefined;
  isSecureStorageModeEnabled = async () => false;
  async lock(): Promise<void> {
    this.#options.onLock?.({ saved: true, timeout: false });
  }
  remainingAttempts = async () => 5;
  async removeValue(key: string): Promise<void> {
    this.#values.delete(key);
  }
  async setBiometricsEnabled(isEnabled: boolean): Promise<void> {
    this.calls.push(`biometrics ${isEnabled}`);
  }
  async setPasscode(passcode?: string): Promise<void> {
    this.calls.push(`passcode ${passcode}`);
    this.#passcode = passcode;
  }
  async setPasscodeEnabled(isEnabled: boolean): Promise<void> {
    this.#isPasscodeEnabled = isEnabled;
  }
  async setSecureStorageModeEnabled(): Promise<void> {}
  storeToken(token: unknown): Promise<void> {
    return this.storeValue('token', token);
  }
  async storeValue(key: string, value: unknown): Promise<void> {
    this.#values.set(key, value);
  }
  async unlock(): Promise<void> {}
  async unsubscribe(): Promise<void> {}
  getBiometricType = async () => 'none' as const;
  getAvailableHardware = async () => [];
}

it('works with a plugin of the app that has the documented methods only', async () => {
  let service: BrowserAuthService | undefined;
  const plugin: IonicNativeAuthPlugin = {
    getVault(options) {
      service = new BrowserAuthService(options);
      options.onReady?.(service);
      return service;
    },
  };
  class Identity extends IonicIdentityVaultUser<Session> {
    readonly hooks: string[] = [];
    override getPlugin(): IonicNativeAuthPlugin {
      return plugin;
    }
    override onVaultLocked(): void {
      this.hooks.push('locked');
    }
    override async onPasscodeRequest(): Promise<string> {
      return 'a passcode';
    }
  }
  const identity = new Identity({ ready: () => Promise.resolve() }, { authMode: AuthMode.PasscodeOnly });

  await identity.login(ada);
  expect(service?.calls).toEqual(['clear', 'biometrics false', 'passcode a passcode']);
  expect(await identity.getAuthMode()).toBe(AuthMode.PasscodeOnly);
  expect(await identity.getSession()).toEqual(ada);
  expect(await identity.getProtectionReport()).toMatchObject({ hardwareBacked: 'unknown' });
  await identity.lockOut();
  expect(identity.hooks).toEqual(['locked']);
  expect(await identity.getSession()).toBeUndefined();
  expect(await identity.restoreSession()).toEqual(ada);
  await identity.logout();
  expect(await identity.hasStoredSession()).toBe(false);
});

it('error names are the contract, and published numbers are kept', () => {
  expect(VaultErrorCodes).toMatchObject({ Unknown: 0, VaultLocked: 1, AuthFailed: 6, BiometricsNotEnabled: 13 });
  expect(AuthMode).toMatchObject({
    BiometricOnly: 0,
    PasscodeOnly: 1,
    BiometricAndPasscode: 2,
    InMemoryOnly: 3,
    BiometricOrPasscode: 4,
    SecureStorage: 5,
  });
});
