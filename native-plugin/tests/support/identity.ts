import {
  IonicIdentityVaultUser,
  type DefaultSession,
  type VaultDescriptor,
  type VaultOptions,
} from '../../src/index.ts';

export interface Session extends DefaultSession {
  email: string;
}

export const ada: Session = { username: 'ada', token: 'token-of-ada', email: 'ada@example.com' };
export const bob: Session = { username: 'bob', token: 'token-of-bob', email: 'bob@example.com' };

/** An identity service that writes down which hooks were called. */
export class Identity extends IonicIdentityVaultUser<Session> {
  readonly hooks: string[] = [];
  readonly configs: unknown[] = [];
  /** Answers of the app's own prompt; `undefined` = the built-in one is wanted. */
  answer: (isSet: boolean) => string | undefined = () => undefined;

  constructor(options?: VaultOptions, descriptor?: VaultDescriptor) {
    super({ ready: () => Promise.resolve() }, options, descriptor);
  }

  override onVaultReady(): void {
    this.hooks.push('ready');
  }
  override onVaultUnlocked(config: unknown): void {
    this.configs.push(config);
    this.hooks.push('unlocked');
  }
  override onVaultLocked(event: { saved: boolean; timeout: boolean }): void {
    this.hooks.push(`locked saved=${event.saved} timeout=${event.timeout}`);
  }
  override onConfigChange(config: unknown): void {
    this.configs.push(config);
    this.hooks.push('config');
  }
  override onSessionRestored(session: Session): void {
    this.hooks.push(`restored ${session.username}`);
  }
  override onSessionRestoreError(error: { code: number }): void {
    this.hooks.push(`restore error ${error.code}`);
  }
  override onUnlockOnReadyError(error: { code: number }): void {
    this.hooks.push(`unlock error ${error.code}`);
  }
  override onSetupError(error: { code: number }): void {
    this.hooks.push(`setup error ${error.code}`);
  }
  override onPasscodeRequest(isSet: boolean): Promise<string | undefined> {
    this.hooks.push(isSet ? 'asks to set' : 'asks to unlock');
    return Promise.resolve(this.answer(isSet));
  }
}
