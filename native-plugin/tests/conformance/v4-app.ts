/* eslint-disable @typescript-eslint/require-await, @typescript-eslint/no-explicit-any -- written as apps write them */
/** An app of version 4, written from its documentation: only the import path is ours. */
import {
  AuthMode,
  IonicIdentityVaultUser,
  VaultErrorCodes,
  type BiometricType,
  type DefaultSession,
  type IdentityVault,
  type IonicNativeAuthPlugin,
  type LockEvent,
  type PluginConfiguration,
  type PluginOptions,
  type SupportedBiometricType,
  type VaultConfig,
  type VaultError,
} from '../../src/index.ts';

export interface AppSession extends DefaultSession {
  email: string;
  roles: string[];
}

export interface Router {
  navigateByUrl(url: string): Promise<boolean>;
}

/** What an app has to keep values in where there is no vault: `localStorage`, say. */
export interface PlainStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** The vault of an app that develops in a browser: nothing is encrypted, nothing locks. */
export class BrowserAuthService implements IdentityVault {
  config: PluginConfiguration;
  private readonly storage: PlainStorage;

  constructor(storage: PlainStorage, options: PluginOptions) {
    this.storage = storage;
    this.config = {
      descriptor: { username: options.username, vaultId: options.vaultId },
      isBiometricsEnabled: false,
      isPasscodeEnabled: false,
      isPasscodeSetupNeeded: false,
      isSecureStorageModeEnabled: true,
      hideScreenOnBackground: false,
      lockAfter: 0,
    };
  }

  async clear(): Promise<void> {
    for (const key of await this.storage.keys()) await this.storage.remove(key);
  }
  async lock(): Promise<void> {
    // Development only.
  }
  async unlock(usingPasscode?: boolean, passcode?: string): Promise<void> {
    if (usingPasscode && passcode === '') throw new Error('no passcode');
  }
  async isLocked(): Promise<boolean> {
    return false;
  }
  async isInUse(): Promise<boolean> {
    return (await this.storage.keys()).length > 0;
  }
  async getConfig(): Promise<PluginConfiguration> {
    return this.config;
  }
  async remainingAttempts(): Promise<number> {
    return 5;
  }
  async getUsername(): Promise<string> {
    return this.config.descriptor.username;
  }
  async storeToken(token: unknown): Promise<void> {
    await this.storeValue('token', token);
  }
  async getToken(): Promise<any> {
    return this.getValue('token');
  }
  async storeValue(key: string, value: unknown): Promise<void> {
    await this.storage.set(key, value);
  }
  async getValue(key: string): Promise<any> {
    return this.storage.get(key);
  }
  async removeValue(key: string): Promise<void> {
    await this.storage.remove(key);
  }
  async getKeys(): Promise<string[]> {
    return this.storage.keys();
  }
  async getBiometricType(): Promise<BiometricType> {
    return 'none';
  }
  async getAvailableHardware(): Promise<SupportedBiometricType[]> {
    return [];
  }
  async setBiometricsEnabled(isBiometricsEnabled: boolean): Promise<void> {
    this.config = { ...this.config, isBiometricsEnabled };
  }
  async isBiometricsEnabled(): Promise<boolean> {
    return false;
  }
  async isBiometricsAvailable(): Promise<boolean> {
    return false;
  }
  async isBiometricsSupported(): Promise<boolean> {
    return false;
  }
  async isLockedOutOfBiometrics(): Promise<boolean> {
    return false;
  }
  async isPasscodeSetupNeeded(): Promise<boolean> {
    return false;
  }
  async setPasscode(passcode?: string): Promise<void> {
    if (passcode === '') throw new Error('no passcode');
  }
  async isPasscodeEnabled(): Promise<boolean> {
    return false;
  }
  async setPasscodeEnabled(isPasscodeEnabled: boolean): Promise<void> {
    this.config = { ...this.config, isPasscodeEnabled };
  }
  async isSecureStorageModeEnabled(): Promise<boolean> {
    return true;
  }
  async setSecureStorageModeEnabled(isSecureStorageModeEnabled: boolean): Promise<void> {
    this.config = { ...this.config, isSecureStorageModeEnabled };
  }
  async unsubscribe(): Promise<void> {
    // There are no events.
  }
}

export class BrowserAuthPlugin implements IonicNativeAuthPlugin {
  constructor(private readonly storage: PlainStorage) {}

  getVault(options: PluginOptions): IdentityVault {
    const vault = new BrowserAuthService(this.storage, options);
    void Promise.resolve().then(() => options.onReady?.(vault));
    return vault;
  }
}

/** The app's identity service; with `browserPlugin`, as it runs on a developer's machine. */
export class IdentityService extends IonicIdentityVaultUser<AppSession> {
  readonly errors: VaultError[] = [];
  readonly restored: AppSession[] = [];
  configs: VaultConfig[] = [];

  constructor(
    private readonly router: Router,
    platform: { ready(): Promise<string> },
    private readonly browserPlugin?: BrowserAuthPlugin,
  ) {
    super(
      platform,
      {
        authMode: AuthMode.BiometricAndPasscode,
        restoreSessionOnReady: false,
        unlockOnReady: false,
        unlockOnAccess: true,
        lockAfter: 5000,
        hideScreenOnBackground: true,
        allowSystemPinFallback: false,
        shouldClearVaultAfterTooManyFailedAttempts: true,
        androidPromptTitle: 'Log in',
        iosPromptText: 'Log in',
      },
      { username: '_lastUser', vaultId: 'app' },
    );
  }

  async set(session: AppSession): Promise<void> {
    const mode = (await this.isBiometricsAvailable()) ? AuthMode.BiometricAndPasscode : AuthMode.PasscodeOnly;
    await this.login(session, mode);
  }

  async isLocked(): Promise<boolean> {
    const vault: IdentityVault = await this.getVault();
    return vault.isLocked();
  }

  async remember(key: string, value: unknown): Promise<void> {
    const vault = await this.getVault();
    await vault.storeValue(key, value);
  }

  override getPlugin(): IonicNativeAuthPlugin {
    return this.browserPlugin ?? super.getPlugin();
  }

  override onVaultReady(config: VaultConfig): void {
    this.configs.push(config);
  }
  override onVaultUnlocked(config: VaultConfig): void {
    this.configs.push(config);
    void this.router.navigateByUrl('/home');
  }
  override onVaultLocked(event: LockEvent): void {
    void this.router.navigateByUrl(event.saved ? '/unlock' : '/login');
  }
  override onSessionRestored(session: AppSession): void {
    this.restored.push(session);
  }
  override onSetupError(error: VaultError): void {
    this.errors.push(error);
  }
  override async onPasscodeRequest(isPasscodeSetRequest: boolean): Promise<string | undefined> {
    return isPasscodeSetRequest ? 'passcode' : undefined;
  }
}

/** The page that a locked session is opened from. */
export async function unlockPage(identity: IdentityService): Promise<'home' | 'login' | 'stay'> {
  try {
    const session = await identity.restoreSession();
    return session ? 'home' : 'login';
  } catch (error) {
    const { code } = error as VaultError;
    if (code === VaultErrorCodes.UserCanceledInteraction || code === VaultErrorCodes.VaultLocked) return 'stay';
    await identity.logout();
    return 'login';
  }
}
