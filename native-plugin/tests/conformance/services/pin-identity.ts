/* eslint-disable @typescript-eslint/require-await, @typescript-eslint/prefer-nullish-coalescing, @typescript-eslint/no-unnecessary-type-arguments, no-console -- written as apps write them */
import {
  AuthMode,
  IonicIdentityVaultUser,
  VaultErrorCodes,
  type DefaultSession,
  type LockEvent,
  type VaultConfig,
  type VaultError,
} from '../../../src/index.ts';
import type { Platform } from './browser-vault-plugin.ts';

interface Router {
  navigate(commands: string[]): void;
}
/** The app's own page for the PIN; no `data` when it was dismissed. */
interface ModalController {
  open(setPasscodeMode: boolean): Promise<{ data?: string; role?: string }>;
}

/** Version 4, Angular: a PIN page of the app, the lock sends to the sign-in, a vault of the last settings. */
export class PinIdentityService extends IonicIdentityVaultUser<DefaultSession> {
  changes: (string | undefined)[] = [];
  isPasscodeMode = false;

  constructor(
    private modalController: ModalController,
    private router: Router,
    public override platform: Platform,
  ) {
    super(platform, {
      restoreSessionOnReady: false,
      unlockOnReady: false,
      unlockOnAccess: true,
      lockAfter: 5000,
      hideScreenOnBackground: true,
    });
  }

  async set(username: string, token: string): Promise<void> {
    const mode = (await this.isBiometricsAvailable()) ? AuthMode.BiometricOnly : AuthMode.PasscodeOnly;
    await this.login({ username, token }, mode);
    this.changes.push(username);
  }

  async getToken(): Promise<string | undefined> {
    if (!this.token) {
      await this.ready();
      await this.restoreSession();
    }
    return this.token;
  }

  async remove(): Promise<void> {
    await this.logout();
    this.changes.push(undefined);
    this.router.navigate(['login']);
  }

  override async onPasscodeRequest(isPasscodeSetRequest: boolean): Promise<string> {
    const { data } = await this.modalController.open(isPasscodeSetRequest);
    return data || '';
  }

  override onConfigChange(config: VaultConfig): void {
    this.isPasscodeMode = config.authMode === AuthMode.PasscodeOnly;
  }

  override onVaultLocked({ timeout }: LockEvent): void {
    if (timeout) this.router.navigate(['login']);
  }

  override onSessionRestoreError(error: VaultError): void {
    if (error.code === VaultErrorCodes.VaultLocked) this.router.navigate(['login']);
  }

  override async onSetupError(error: VaultError): Promise<void> {
    console.error('Unable to set the vault up', error);
  }
}
