/* eslint-disable @typescript-eslint/prefer-nullish-coalescing, @typescript-eslint/class-literal-property-style -- written as apps write them */
import { BrowserVault, Vault, type DeviceSecurityType, type VaultType } from '../../../src/index.ts';

type Storage = Map<string, string>;

/** Version 5, Angular: `new Vault(config)`, its type as plain text out of the app's storage, one subject for the lock. */
export class LockStatusService {
  readonly status: ('Locked' | 'Unlocked')[] = [];
  private readonly vault: Vault | BrowserVault;

  constructor(
    isHybrid: boolean,
    private storage: Storage,
    private getPasscode: (isPasscodeSetRequest: boolean) => Promise<string | undefined>,
  ) {
    this.vault = isHybrid
      ? new Vault({
          key: 'com.example.ng.session',
          type: this.vaultType,
          deviceSecurityType: this.deviceSecurityType,
          lockAfterBackgrounded: 2000,
          shouldClearVaultAfterTooManyFailedAttempts: true,
          customPasscodeInvalidUnlockAttempts: 2,
          unlockVaultOnLoad: false,
        })
      : new BrowserVault();
    this.vault.onPasscodeRequested(async (isPasscodeSetRequest: boolean) => {
      const p = await this.getPasscode(isPasscodeSetRequest);
      return this.vault.setCustomPasscode(p || '');
    });
    this.vault.onUnlock(() => this.status.push('Unlocked'));
    this.vault.onLock(() => this.status.push('Locked'));
  }

  async set(session: { token: string }): Promise<void> {
    await this.vault.setValue('session', session);
  }

  async token(): Promise<string | undefined> {
    return (await this.vault.getValue<{ token: string }>('session'))?.token;
  }

  async lock(): Promise<void> {
    await this.vault.lock();
  }

  canUnlock(): Promise<boolean> {
    return this.vault.doesVaultExist().then(async (exists) => exists && (await this.vault.isLocked()));
  }

  async usePasscode(): Promise<void> {
    this.storage.set('type', 'CustomPasscode');
    const config = this.vault.config;
    if (config) await this.vault.updateConfig({ ...config, type: 'CustomPasscode', deviceSecurityType: 'None' });
  }

  private get vaultType(): VaultType {
    return this.storage.get('type') === 'CustomPasscode' ? 'CustomPasscode' : 'SecureStorage';
  }

  private get deviceSecurityType(): DeviceSecurityType {
    return 'None';
  }
}
