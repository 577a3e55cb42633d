import { Device, Vault, VaultErrorCodes, VaultType, type VaultError } from '../../../src/index.ts';

/** Version 5: the PIN is known before the vault asks for it, and is what the handler returns. */
export class PinStateService {
  readonly timeouts: boolean[] = [];
  readonly errors: string[] = [];
  private readonly vault = new Vault();
  private state: { pin: string | null } = { pin: null };

  constructor(private askPin: () => Promise<string>) {}

  async init(): Promise<void> {
    await Device.setHideScreenOnBackground(false, false);
    this.vault.onError((error: VaultError) => this.errors.push(VaultErrorCodes[error.code]));
    this.vault.onPasscodeRequested((isPasscodeSetRequest) => {
      if (isPasscodeSetRequest) return this.state.pin;
      return this.askPin();
    });
    this.vault.onLock(({ timeout }) => {
      this.state.pin = null;
      this.timeouts.push(timeout);
    });
    await this.vault.initialize({
      key: 'com.example.pin',
      type: VaultType.CustomPasscode,
      lockAfterBackgrounded: 2000,
    });
  }

  async login(pin: string, token: string): Promise<void> {
    this.state.pin = pin;
    await this.vault.setValue('session', { token });
  }

  async token(): Promise<string | undefined> {
    return (await this.vault.getValue<{ token: string }>('session'))?.token;
  }

  isHidden(): Promise<boolean> {
    return Device.isHideScreenOnBackgroundEnabled();
  }
}
