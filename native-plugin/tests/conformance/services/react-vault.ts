/* eslint-disable @typescript-eslint/no-explicit-any -- written as apps write them */
import { AuthMode, IonicIdentityVaultUser, type BiometricType } from '../../../src/index.ts';

/** Version 4, React: one instance for the app, `any` as the session, the mode from three switches of a settings page. */
export class ReactVault extends IonicIdentityVaultUser<any> {
  private static instance: ReactVault | undefined;

  private constructor() {
    super(
      { ready: () => Promise.resolve(true) },
      {
        androidPromptTitle: 'Sign in',
        androidPromptSubtitle: 'The vault is locked',
        androidPromptDescription: 'Prove that it is you',
        androidPromptNegativeButtonText: 'Not now',
        unlockOnAccess: true,
        lockAfter: 5000,
        allowSystemPinFallback: true,
        shouldClearVaultAfterTooManyFailedAttempts: false,
      },
    );
  }

  static getInstance(): ReactVault {
    ReactVault.instance ??= new ReactVault();
    return ReactVault.instance;
  }

  static forget(): void {
    ReactVault.instance = undefined;
  }

  async isLocked(): Promise<boolean> {
    const vault = await this.getVault();
    return vault.isLocked();
  }

  async canUnlock(): Promise<boolean> {
    return (await this.hasStoredSession()) && (await this.isLocked());
  }

  async use(switches: { biometrics: boolean; passcode: boolean; secureStorage: boolean }): Promise<void> {
    const { biometrics, passcode, secureStorage } = switches;
    const withBiometrics = passcode ? AuthMode.BiometricAndPasscode : AuthMode.BiometricOnly;
    const withoutBiometrics = secureStorage ? AuthMode.SecureStorage : AuthMode.InMemoryOnly;
    await this.setAuthMode(biometrics ? withBiometrics : passcode ? AuthMode.PasscodeOnly : withoutBiometrics);
  }

  async describe(): Promise<{ type: BiometricType; mode: AuthMode; supported: boolean }> {
    return {
      type: await this.getBiometricType(),
      mode: await this.getAuthMode(),
      supported: await this.isBiometricsSupported(),
    };
  }
}
