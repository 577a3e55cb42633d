import type { SupportedBiometricType } from '../definitions/device.ts';
import type { ProtectionReport } from '../definitions/protection.ts';
import { AuthMode, type BiometricType, type DefaultSession, type IdentityVault } from '../definitions/v4.ts';
import { managed, type ManagedVault } from './managed-vault.ts';
import { requestPasscode } from './request-passcode.ts';
import { VaultHooks } from './vault-hooks.ts';

/** Asking about the vault, also while it is locked, and changing how it is unlocked, which needs it unlocked. */
export abstract class VaultControls<T extends DefaultSession = DefaultSession> extends VaultHooks<T> {
  /** The vault itself, for more than one value, or its state (`isLocked`). Resolves once it is ready. */
  abstract getVault(): Promise<IdentityVault>;

  /** Whether a session is stored. Answers while locked. */
  async hasStoredSession(): Promise<boolean> {
    return (await this.#managed()).hasSession();
  }

  /** The mode of the stored vault, or of the one that would be made. */
  async getAuthMode(): Promise<AuthMode> {
    return (await this.#managed()).getAuthMode();
  }

  /**
   * Re-keys the vault for another mode, in one step; asks for a passcode where that mode needs one
   * and the vault has none.
   * @throws VaultError `VaultLocked`, `PolicyNotMet`, `UserCanceledInteraction` (nothing changed)
   */
  async setAuthMode(authMode: AuthMode): Promise<void> {
    const vault = await this.#managed();
    const isAsked = await vault.needsPasscode(authMode, 'change');
    await vault.setAuthMode(authMode, isAsked ? await requestPasscode(this, true) : undefined);
  }

  /**
   * Asks for a new passcode and makes new keys for it.
   * @throws VaultError `VaultLocked`, `PasscodeNotEnabled`, `UserCanceledInteraction`, `PolicyNotMet`
   */
  async setPasscode(): Promise<void> {
    const vault = await this.getVault();
    await vault.setPasscode(await requestPasscode(this, true));
  }

  /** Asks for a passcode when one is needed. Without passcode and biometrics the vault is in memory only. */
  async setPasscodeEnabled(isPasscodeEnabled: boolean): Promise<void> {
    const vault = await this.getVault();
    if ((await vault.isPasscodeEnabled()) === isPasscodeEnabled) return;
    const [withPasscode, without] = (await vault.isBiometricsEnabled())
      ? [AuthMode.BiometricAndPasscode, AuthMode.BiometricOnly]
      : [AuthMode.PasscodeOnly, AuthMode.InMemoryOnly];
    await this.setAuthMode(isPasscodeEnabled ? withPasscode : without);
  }

  /** Whether the vault can be unlocked by a passcode of the app. */
  async isPasscodeEnabled(): Promise<boolean> {
    return (await this.getVault()).isPasscodeEnabled();
  }

  /**
   * Re-keys the vault with biometrics or without. Without biometrics and passcode it is in memory only.
   * @throws VaultError `BiometricsNotEnabled` when enabling where there are none; `VaultLocked`
   */
  async setBiometricsEnabled(isBiometricsEnabled: boolean): Promise<void> {
    await (await this.getVault()).setBiometricsEnabled(isBiometricsEnabled);
  }

  /** Whether the vault can be unlocked by biometrics. */
  async isBiometricsEnabled(): Promise<boolean> {
    return (await this.getVault()).isBiometricsEnabled();
  }

  /** Whether biometrics are supported and set up on the device. */
  async isBiometricsAvailable(): Promise<boolean> {
    return (await this.getVault()).isBiometricsAvailable();
  }

  /** Whether the device has biometric hardware that can release a key. */
  async isBiometricsSupported(): Promise<boolean> {
    return (await this.getVault()).isBiometricsSupported();
  }

  /** Whether the vault is never locked: mode `SecureStorage`. */
  async isSecureStorageModeEnabled(): Promise<boolean> {
    return (await this.getVault()).isSecureStorageModeEnabled();
  }

  /** Prefer {@link getAvailableHardware}. */
  async getBiometricType(): Promise<BiometricType> {
    return (await this.getVault()).getBiometricType();
  }

  /** Kinds of biometric hardware. Empty in a browser, which doesn't tell. */
  async getAvailableHardware(): Promise<SupportedBiometricType[]> {
    return (await this.getVault()).getAvailableHardware();
  }

  /** What protects the vault as it is now. */
  async getProtectionReport(): Promise<ProtectionReport> {
    return (await this.#managed()).getProtectionReport();
  }

  async #managed(): Promise<ManagedVault> {
    return managed(await this.getVault());
  }
}
