import {
  AuthMode,
  IonicIdentityVaultUser,
  VaultErrorCodes,
  type DefaultSession,
  type VaultError,
} from '../../../src/index.ts';
import type { Platform } from './browser-vault-plugin.ts';

export class CardSession implements DefaultSession {
  token = '';
  username = '';
  pin?: string;
}

/** Version 4: the app's own PIN is what the session holds; biometrics are an option; each failure has its own message. */
export class LibraryCardService extends IonicIdentityVaultUser<CardSession> {
  restored: CardSession[] = [];
  private isUnlocking = false;

  constructor(private plt: Platform) {
    super(plt, { unlockOnAccess: false, lockAfter: 5000, shouldClearVaultAfterTooManyFailedAttempts: true });
  }

  get isNative(): boolean {
    return this.plt.is('hybrid');
  }

  async signIn(session: CardSession, useBiometrics: boolean): Promise<void> {
    await this.login(session, useBiometrics ? AuthMode.BiometricOnly : AuthMode.InMemoryOnly);
  }

  async rememberedPin(): Promise<string | undefined> {
    if (this.isUnlocking) return undefined;
    this.isUnlocking = true;
    try {
      if (!(await this.hasStoredSession())) return undefined;
      await this.unlock(AuthMode.BiometricOnly);
      return (await this.restoreSession())?.pin;
    } catch (error) {
      return this.explain(error as VaultError);
    } finally {
      this.isUnlocking = false;
    }
  }

  override onSessionRestored(session: CardSession): void {
    this.restored.push(session);
  }

  private explain({ code }: VaultError): string {
    switch (code) {
      case VaultErrorCodes.UserCanceledInteraction:
        return 'cancelled';
      case VaultErrorCodes.InvalidatedCredential:
        return 'sign in again';
      case VaultErrorCodes.AndroidBiometricsLockedOut:
      case VaultErrorCodes.iOSBiometricsLockedOut:
        return 'try later';
      default:
        return `code ${VaultErrorCodes[code]}`;
    }
  }
}
