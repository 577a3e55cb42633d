import { AuthMode } from 'capacitor-identity-vault';

/** A way to protect the vault, in words. */
export interface Mode {
  readonly mode: AuthMode;
  readonly label: string;
  readonly hint: string;
  readonly needsBiometrics?: true;
}

export const MODES: readonly Mode[] = [
  { mode: AuthMode.PasscodeOnly, label: 'Passcode', hint: 'One that you choose for this app.' },
  {
    mode: AuthMode.BiometricOnly,
    label: 'Biometrics',
    hint: 'No second way in: who loses them signs in again.',
    needsBiometrics: true,
  },
  {
    mode: AuthMode.BiometricAndPasscode,
    label: 'Biometrics, or the passcode',
    hint: 'Where there are no biometrics, the passcode alone.',
  },
  {
    mode: AuthMode.SecureStorage,
    label: 'Encrypted, never locked',
    hint: 'Asks for nothing: for a device that only you use.',
  },
  { mode: AuthMode.InMemoryOnly, label: 'In memory', hint: 'Stores nothing: a lock signs you out.' },
];

export function labelOf(mode: AuthMode): string {
  return MODES.find((known) => known.mode === mode)?.label ?? 'Biometrics, else a passcode';
}
