export const authModes = [
  'BiometricAndPasscode',
  'BiometricOnly',
  'PasscodeOnly',
  'BiometricOrPasscode',
  'InMemoryOnly',
  'SecureStorage',
] as const;

export type AuthMode = (typeof authModes)[number];

/** The option that most others of the vault depend on. */
export interface WithAuthMode {
  readonly authMode: AuthMode;
}

const withBiometrics: readonly AuthMode[] = ['BiometricAndPasscode', 'BiometricOnly', 'BiometricOrPasscode'];
const withPasscode: readonly AuthMode[] = ['BiometricAndPasscode', 'PasscodeOnly', 'BiometricOrPasscode'];

export function usesBiometrics({ authMode }: WithAuthMode): boolean {
  return withBiometrics.includes(authMode);
}

/** The app's own passcode, not the device's. */
export function usesPasscode({ authMode }: WithAuthMode): boolean {
  return withPasscode.includes(authMode);
}

/** Is there something to unlock? */
export function asksUser(options: WithAuthMode): boolean {
  return usesBiometrics(options) || usesPasscode(options);
}
