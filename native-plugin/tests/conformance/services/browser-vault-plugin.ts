/* eslint-disable @typescript-eslint/require-await, @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars -- written as apps write them */
import type {
  BiometricType,
  IdentityVault,
  IonicNativeAuthPlugin,
  PluginConfiguration,
  PluginOptions,
  SupportedBiometricType,
} from '../../../src/index.ts';

/** What Ionic's `Platform` is to these services. */
export interface Platform {
  ready(): Promise<string>;
  is(name: 'hybrid' | 'cordova' | 'capacitor'): boolean;
}

export function platformOf(isHybrid: boolean): Platform {
  return { ready: () => Promise.resolve('dom'), is: () => isHybrid };
}

/** In a browser some apps of version 4 keep everything in the open. */
class BrowserVaultService implements IdentityVault {
  config: PluginConfiguration;
  private readonly values = new Map<string, unknown>();

  constructor({ username, vaultId }: PluginOptions) {
    this.config = {
      descriptor: { username, vaultId },
      isBiometricsEnabled: false,
      isPasscodeEnabled: false,
      isPasscodeSetupNeeded: false,
      isSecureStorageModeEnabled: true,
      hideScreenOnBackground: false,
      lockAfter: 0,
    };
  }

  async clear(): Promise<void> {
    this.values.clear();
  }
  async getConfig(): Promise<PluginConfiguration> {
    return this.config;
  }
  async getKeys(): Promise<string[]> {
    return Array.from(this.values.keys());
  }
  async getToken(): Promise<any> {
    return this.values.get('token');
  }
  async getUsername(): Promise<string> {
    return this.config.descriptor.username;
  }
  async getValue(key: string): Promise<any> {
    return this.values.get(key);
  }
  async removeValue(key: string): Promise<void> {
    this.values.delete(key);
  }
  async storeToken(token: any): Promise<void> {
    this.values.set('token', token);
  }
  async storeValue(key: string, value: any): Promise<void> {
    this.values.set(key, value);
  }
  async isInUse(): Promise<boolean> {
    return this.values.size > 0;
  }
  isBiometricsAvailable = async (): Promise<boolean> => false;
  isBiometricsEnabled = async (): Promise<boolean> => false;
  isBiometricsSupported = async (): Promise<boolean> => false;
  isLocked = async (): Promise<boolean> => false;
  isLockedOutOfBiometrics = async (): Promise<boolean> => false;
  isPasscodeEnabled = async (): Promise<boolean> => false;
  isPasscodeSetupNeeded = async (): Promise<boolean> => false;
  isSecureStorageModeEnabled = async (): Promise<boolean> => true;
  getAvailableHardware = async (): Promise<SupportedBiometricType[]> => [];
  getBiometricType = async (): Promise<BiometricType> => 'none';
  lock = async (): Promise<void> => undefined;
  remainingAttempts = async (): Promise<number> => 5;
  setBiometricsEnabled = async (_isEnabled: boolean): Promise<void> => undefined;
  setPasscode = async (_passcode?: string): Promise<void> => undefined;
  setPasscodeEnabled = async (_isEnabled: boolean): Promise<void> => undefined;
  setSecureStorageModeEnabled = async (_isEnabled: boolean): Promise<void> => undefined;
  unlock = async (_usingPasscode?: boolean, _passcode?: string): Promise<void> => undefined;
  unsubscribe = async (): Promise<void> => undefined;
}

export class BrowserVaultPlugin implements IonicNativeAuthPlugin {
  getVault(options: PluginOptions): IdentityVault {
    const vault = new BrowserVaultService(options);
    setTimeout(() => options.onReady?.(vault), 0);
    return vault;
  }
}
