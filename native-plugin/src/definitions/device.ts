/** Kinds of biometric hardware. A type (version 4) and an object of constants (versions 5 and 6). */
export const SupportedBiometricType = { Fingerprint: 'fingerprint', Face: 'face', Iris: 'iris' } as const;
export type SupportedBiometricType = (typeof SupportedBiometricType)[keyof typeof SupportedBiometricType];

/** Whether the app may use biometrics. */
export enum BiometricPermissionState {
  Granted = 'granted',
  /** Refused in the settings of the device, or there are none: asking has no effect. */
  Denied = 'denied',
  /** The next use asks (Face ID). */
  Prompt = 'prompt',
}

/** Android's classes: `Strong` is class 3, the only one that can release a key. */
export enum BiometricSecurityStrength {
  Strong = 'strong',
  Weak = 'weak',
}

/** Texts of a biometric prompt, versions 5 and 6. Prompts of the operating system only: browsers show their own. */
export interface BiometricPromptConfig {
  /** Title on Android. Default `Please Authenticate`. */
  androidBiometricsPromptTitle?: string;
  /** Subtitle on Android. Default: none. */
  androidBiometricsPromptSubtitle?: string | null;
  /** Description on Android. Default: none. */
  androidBiometricsPromptDescription?: string | null;
  /** The button that dismisses the prompt on Android. Default `Cancel`. */
  androidBiometricsNegativeButtonText?: string;
  /** Why it is asked, on iOS with Touch ID. */
  iosBiometricsLocalizedReason?: string;
  /** The cancel button on iOS. */
  iosBiometricsLocalizedCancelTitle?: string;
  /** The button for the other way, on iOS. */
  iosBiometricsLocalizedFallbackTitle?: string;
}

/**
 * What `Device` of versions 5 and 6 answers. What can't be found out is answered as if it weren't so. Every rejection is
 * a `DeviceError`; `Unknown` has the original error as `cause`.
 */
export interface DeviceInterface {
  /** Kinds of biometric hardware. On the web always empty: browsers don't tell. */
  getAvailableHardware(): Promise<SupportedBiometricType[]>;
  /** On the web always `Weak`: a passkey may be verified by the passcode of the device. */
  getBiometricStrengthLevel(): Promise<BiometricSecurityStrength>;
  /** Whether keys are kept by hardware of their own. On the web always `false`. */
  hasSecureHardware(): Promise<boolean>;
  /** On the web `Granted` where there are passkeys: each use is asked for. */
  isBiometricsAllowed(): Promise<BiometricPermissionState>;
  /** Whether someone is enrolled and a key can be made. On the web: whether passkeys may have PRF. */
  isBiometricsEnabled(): Promise<boolean>;
  /** Whether there is hardware that can release a key. On the web: whether there are passkeys. */
  isBiometricsSupported(): Promise<boolean>;
  /** On the web always `false`. */
  isLockedOutOfBiometrics(): Promise<boolean>;
  /** On the web always `false`: browsers don't tell. */
  isSystemPasscodeSet(): Promise<boolean>;
  /**
   * Runs an operation of a throw-away key that needs a person. Success proves a person now, and releases nothing: no
   * secret can be protected by it. On the web the key is a passkey, which is removed again; where a browser can't remove
   * one, none is made (`SecurityNotAvailable`).
   * Rejects `BiometricsNotEnabled`, `UserCanceledInteraction`, `BiometricsLockedOut`, `AuthFailed`, `SecurityNotAvailable`.
   */
  showBiometricPrompt(config: BiometricPromptConfig): Promise<void>;
  /**
   * Cover the app while it is in the background. For all vaults, until the process ends. Version 5; later apps use a plugin.
   * @param rest what some apps of version 5 give besides; it changes nothing
   */
  setHideScreenOnBackground(isEnabled: boolean, ...rest: readonly unknown[]): Promise<void>;
  /** What {@link setHideScreenOnBackground} was last called with; at first `false`. */
  isHideScreenOnBackgroundEnabled(): Promise<boolean>;
}
