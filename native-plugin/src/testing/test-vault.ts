/** How a biometric prompt ends. */
export type BiometricOutcome = 'ok' | 'canceled' | 'lockedOut';

/** What the test's user does at passcode prompts. */
export interface TestVaultOptions {
  /** Whether the device has biometrics, and someone is enrolled. Default `none`. */
  readonly biometrics?: 'none' | 'supported' | 'enrolled';
  /** Whether the device has a passcode of its own, which `DeviceSecurityType.SystemPasscode` and `Both` need. Default `false`. */
  readonly systemPasscode?: boolean;
  /** Entered at every built-in prompt, to set as well as to unlock. Default `12345678`. */
  readonly passcode?: string;
}

/**
 * An in-memory device for tests: the vaults made after {@link useTestVault} live in it.
 *
 * State, modes, hooks, timing and attempts are the real code; storage, cryptography, clock and the
 * built-in prompt are replaced. Nothing of the browser is needed, and nothing waits for real time.
 */
export interface TestVault {
  /** What the user enters at the built-in prompt from now on. A wrong one is one attempt; then the user gives up. */
  enterPasscode(passcode: string): void;
  /** The user dismisses the built-in prompt from now on. */
  cancelPrompts(): void;
  /** How often the built-in prompt was shown. */
  readonly promptCount: number;
  /** How the system's prompts end from now on. At first `ok`. The device's passcode is not locked out. */
  answerBiometrics(outcome: BiometricOutcome): void;
  /** How often a prompt of the system was shown: for biometrics, or for the device's passcode. */
  readonly biometricPromptCount: number;
  /** Someone enrols a finger or face: `onEnrollmentChange` applies to vaults made before. */
  enrolBiometrics(): void;
  /** Lock every vault, as `lockOut` does. */
  lock(): Promise<void>;
  /** Send the app to the background for this long, and bring it back. `lockAfter` is judged. */
  background(milliseconds: number): Promise<void>;
  /** End the process: memory is lost, stored vaults stay. Construct a new user afterwards. */
  restart(): void;
  /** Back to an empty device with the first passcode. */
  reset(): void;
  /** Back to the real platform. */
  restore(): void;
}
