/* eslint-disable @typescript-eslint/non-nullable-type-assertion-style -- written as apps write them */
import { Vault, VaultType, type IdentityVaultConfig } from '../../../src/index.ts';

type PasscodeCallback = (isPasscodeSetRequest: boolean, onComplete: (code: string) => void) => void;

/** Version 6, React: a page that is shown only sometimes answers the passcode requests, and takes itself out again. */
export class PasscodeStore {
  state: { session: string | null } = { session: null };
  private readonly vault = new Vault();

  async initialize(): Promise<void> {
    await this.vault.initialize({
      key: 'com.example.react.session',
      type: VaultType.CustomPasscode,
      lockAfterBackgrounded: 2000,
      customPasscodeInvalidUnlockAttempts: 3,
    });
    this.vault.onLock(() => {
      this.state = { session: null };
    });
  }

  addOnPasscodeRequested(callback: PasscodeCallback): void {
    this.vault.onPasscodeRequested(callback);
  }

  removeOnPasscodeRequested(): void {
    this.vault.onPasscodeRequested(() => null);
  }

  async storeSession(session: string): Promise<void> {
    await this.vault.setValue('session', session);
    this.state = { session };
  }

  async restoreSession(): Promise<string | null> {
    let session: string | null = null;
    if (!(await this.vault.isEmpty())) {
      session = await this.vault.getValue<string>('session');
    }
    this.state = { session };
    return session;
  }

  async neverLock(): Promise<void> {
    const newConfig = { ...(this.vault.config as IdentityVaultConfig) };
    newConfig.type = VaultType.SecureStorage;
    await this.vault.updateConfig(newConfig);
  }

  lock(): Promise<void> {
    return this.vault.lock();
  }
}
