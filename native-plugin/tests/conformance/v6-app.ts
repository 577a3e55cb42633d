/* eslint-disable @typescript-eslint/prefer-nullish-coalescing, @typescript-eslint/non-nullable-type-assertion-style -- written as apps write them */
/** An app of version 6, written from its documentation: only the import path is ours. */
import {
  BiometricPermissionState,
  BrowserVault,
  Device,
  DeviceSecurityType,
  Vault,
  VaultErrorCodes,
  VaultType,
  type IdentityVaultConfig,
  type VaultError,
} from '../../src/index.ts';

export interface Session {
  firstName: string;
  accessToken: string;
}

export type UnlockMode = 'Device' | 'SystemPIN' | 'SessionPIN' | 'ForceLogin' | 'NeverLock';

/** Where the app remembers what isn't secret: Capacitor's Preferences, say. */
export interface Preferences {
  get(options: { key: string }): Promise<{ value: string | null }>;
  set(options: { key: string; value: string }): Promise<void>;
}

/** The app's own passcode page; no `data` when it was dismissed. */
export type PinDialog = (setPasscodeMode: boolean) => Promise<{ data?: string }>;

export function createVault(isNative: boolean): Vault | BrowserVault {
  return isNative ? new Vault() : new BrowserVault();
}

export class SessionVaultService {
  private session: Session | null = null;
  private readonly vault: Vault | BrowserVault;
  readonly errors: VaultError[] = [];
  readonly changes: IdentityVaultConfig[] = [];
  onLocked: () => void = () => undefined;

  constructor(
    isNative: boolean,
    private readonly preferences: Preferences,
    private readonly pinDialog: PinDialog,
  ) {
    this.vault = createVault(isNative);
  }

  async initialize(): Promise<void> {
    await this.vault.initialize({
      key: 'com.example.session',
      type: VaultType.SecureStorage,
      deviceSecurityType: DeviceSecurityType.None,
      lockAfterBackgrounded: 2000,
      shouldClearVaultAfterTooManyFailedAttempts: true,
      customPasscodeInvalidUnlockAttempts: 2,
      unlockVaultOnLoad: false,
    });

    this.vault.onLock(() => {
      this.session = null;
      this.onLocked();
    });
    this.vault.onUnlock(() => this.vault.getValue<Session>('session').then((session) => (this.session = session)));
    this.vault.onError((error: VaultError) => this.errors.push(error));
    this.vault.onConfigChanged((config: IdentityVaultConfig) => this.changes.push(config));
    this.vault.onPasscodeRequested(async (isPasscodeSetRequest: boolean) => {
      const { data } = await this.pinDialog(isPasscodeSetRequest);
      await this.vault.setCustomPasscode(data || '');
    });
  }

  async getSession(): Promise<Session | null> {
    if (!this.session) this.session = await this.vault.getValue<Session>('session');
    return this.session;
  }
  async setSession(session: Session): Promise<void> {
    this.session = session;
    await this.vault.setValue<Session>('session', session);
  }
  async clear(): Promise<void> {
    this.session = null;
    await this.vault.clear();
    await this.setUnlockMode('NeverLock');
  }
  async canUnlock(): Promise<boolean> {
    return !(await this.vault.isEmpty()) && (await this.vault.isLocked());
  }
  lock(): Promise<void> {
    return this.vault.lock();
  }
  unlock(): Promise<void> {
    return this.vault.unlock();
  }
  get lastUnlockMode(): Promise<string | null> {
    return this.preferences.get({ key: 'LastUnlockMode' }).then(({ value }) => value);
  }

  /** The best the device has. */
  async enableDefaultUnlockMode(): Promise<UnlockMode> {
    const hasPasscode = await Device.isSystemPasscodeSet();
    const hasBiometrics = await Device.isBiometricsEnabled();
    const mode = hasBiometrics ? 'Device' : hasPasscode ? 'SystemPIN' : 'SessionPIN';
    await this.setUnlockMode(mode);
    return mode;
  }

  async setUnlockMode(unlockMode: UnlockMode): Promise<void> {
    let type: VaultType;
    let deviceSecurityType: DeviceSecurityType;
    switch (unlockMode) {
      case 'Device':
        if ((await Device.isBiometricsAllowed()) === BiometricPermissionState.Prompt)
          await Device.showBiometricPrompt({ iosBiometricsLocalizedReason: 'Authenticate to continue' });
        type = VaultType.DeviceSecurity;
        deviceSecurityType = DeviceSecurityType.Both;
        break;
      case 'SystemPIN':
        type = VaultType.DeviceSecurity;
        deviceSecurityType = DeviceSecurityType.SystemPasscode;
        break;
      case 'SessionPIN':
        type = VaultType.CustomPasscode;
        deviceSecurityType = DeviceSecurityType.None;
        break;
      case 'ForceLogin':
        type = VaultType.InMemory;
        deviceSecurityType = DeviceSecurityType.None;
        break;
      case 'NeverLock':
        type = VaultType.SecureStorage;
        deviceSecurityType = DeviceSecurityType.None;
    }
    await this.vault.updateConfig({ ...(this.vault.config as IdentityVaultConfig), type, deviceSecurityType });
    await this.preferences.set({ key: 'LastUnlockMode', value: unlockMode });
  }
}

/** The first page: decides where to go, and asks on the way. */
export async function startPage(vault: SessionVaultService): Promise<'/home' | '/login' | '/unlock'> {
  if (!(await vault.canUnlock())) return (await vault.getSession()) ? '/home' : '/login';
  try {
    await vault.unlock();
    return '/home';
  } catch (error) {
    switch ((error as VaultError).code) {
      case VaultErrorCodes.UserCanceledInteraction:
      case VaultErrorCodes.AuthFailed:
        return '/unlock';
      case VaultErrorCodes.InvalidatedCredential:
      case VaultErrorCodes.TooManyFailedAttempts:
        await vault.clear();
        return '/login';
      default:
        throw error;
    }
  }
}

/** Version 5's style: the configuration in the constructor, `onComplete`, plain texts for the types. */
export function useVault(answer: (isSet: boolean) => string): { vault: Vault; events: string[] } {
  const config: IdentityVaultConfig = {
    key: 'com.example.v5',
    type: 'CustomPasscode',
    deviceSecurityType: 'None',
    lockAfterBackgrounded: null,
    androidBiometricsPromptTitle: 'Log in',
  };
  const events: string[] = [];
  const vault = new Vault(config);
  vault.onLock(({ timeout }) => events.push(timeout ? 'timeout' : 'locked'));
  vault.onUnlock(() => events.push('unlocked'));
  vault.onPasscodeRequested(async (isPasscodeSetRequest, onComplete) => {
    return new Promise<void>((resolve) => {
      onComplete(answer(isPasscodeSetRequest));
      resolve();
    });
  });
  return { vault, events };
}
