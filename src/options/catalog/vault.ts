import { boolean, choice, milliseconds } from '../kinds.ts';
import { always, option } from '../option.ts';
import { authModes } from '../options.ts';

/** How the vault protects the session and when it locks. Defaults are those of the documentation this product answers to. */
export const vaultOptions = [
  option('authMode', {
    kind: choice(authModes),
    group: 'vault',
    ask: 'first',
    help: 'How the vault is unlocked',
    consequence: 'Applies to vaults made from now on; changing it later re-keys a vault at its next unlock.',
    choices: {
      BiometricAndPasscode:
        'Face or fingerprint, with a passcode of this app as the second way. On the web: the passcode.',
      BiometricOnly: 'Face or fingerprint only. Enrolling a new one erases the session. Not available on the web.',
      PasscodeOnly: 'A passcode of this app.',
      BiometricOrPasscode: 'Face or fingerprint where the device has it, else a passcode of this app.',
      InMemoryOnly: 'Nothing is stored: locking or closing the app signs the user out.',
      SecureStorage: 'Encrypted, never locked, no prompt: whoever holds the unlocked device has the session.',
    },
    fallback: always('BiometricAndPasscode'),
  }),
  option('restoreSessionOnReady', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Read the session as soon as the app starts',
    consequence: 'With unlockOnAccess the user is prompted at start, on whatever page they are.',
    fallback: always(false),
  }),
  option('unlockOnReady', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Ask for the unlock as soon as the app starts',
    consequence: 'The prompt appears before the user asked for anything.',
    fallback: always(false),
  }),
  option('unlockOnAccess', {
    kind: boolean,
    group: 'vault',
    ask: 'first',
    help: 'Ask for the unlock when a locked session is needed',
    consequence: 'Off: a request made while locked fails instead, and only the unlock page unlocks.',
    fallback: always(true),
  }),
  option('lockAfter', {
    kind: milliseconds,
    group: 'vault',
    ask: 'first',
    help: 'Lock after this many milliseconds in the background',
    consequence: '0 never locks while the app runs: a device handed over unlocked shows the session.',
    fallback: always(5000),
  }),
  option('hideScreenOnBackground', {
    kind: boolean,
    group: 'vault',
    ask: 'first',
    help: 'Hide the screen in the app switcher',
    consequence: 'Off: the last page can be read there, also while the vault is locked.',
    fallback: always(true),
  }),
  option('allowSystemPinFallback', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Allow the device’s own passcode where biometrics fail',
    consequence: 'Whoever knows the device’s passcode can unlock. Needs Android 11 or newer.',
    fallback: always(false),
  }),
  option('shouldClearVaultAfterTooManyFailedAttempts', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Erase the session after five wrong passcodes',
    consequence: 'Off: waiting times grow instead, up to an hour.',
    fallback: always(true),
  }),
] as const;
