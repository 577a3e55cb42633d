import { boolean, choice, milliseconds } from '../kinds.ts';
import { always, option } from '../option.ts';
import { asksUser, authModes, usesBiometrics, usesPasscode, type WithAuthMode } from '../auth-modes.ts';

/** How the vault protects the session and when it locks. Defaults are those of the documentation this product answers to. */
export const vaultOptions = [
  option('authMode', {
    kind: choice(authModes),
    group: 'vault',
    ask: 'first',
    help: 'How the vault is unlocked',
    question: 'How do people unlock the app?',
    firstHint: 'You can change it later: run this again.',
    consequence: 'Applies to new vaults. An existing vault keeps its mode until its user signs in again.',
    choices: {
      BiometricAndPasscode: {
        label: 'Face or fingerprint + passcode',
        hint: 'the passcode is the second way in',
        text: 'Face or fingerprint, and a passcode of this app as the second way in. After a new finger is enrolled, and on the web, only the passcode opens it.',
      },
      BiometricOnly: {
        label: 'Face or fingerprint only',
        hint: 'a new finger ends the session',
        text: 'Face or fingerprint and nothing else. Enrolling a new finger ends the session. Fails on the web.',
      },
      PasscodeOnly: {
        label: 'Passcode only',
        hint: 'works on every device and the web',
        text: 'A passcode of this app. Works everywhere; biometrics are not used.',
      },
      BiometricOrPasscode: {
        label: 'Face or fingerprint, else passcode',
        hint: 'whichever the device has',
        text: 'Face or fingerprint where the device has it, else a passcode of this app. On the web: the passcode.',
      },
      InMemoryOnly: {
        label: 'In memory only',
        hint: 'locking or closing signs out',
        text: 'Nothing is stored: locking or closing the app signs the user out.',
      },
      SecureStorage: {
        label: 'Never locked',
        hint: 'encrypted storage without a prompt',
        text: 'Encrypted, but never locked, and without a prompt: anyone who holds the unlocked device has the session.',
      },
    },
    fallback: always('BiometricAndPasscode'),
  }),
  option('restoreSessionOnReady', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Read the session as soon as the app starts',
    consequence: 'With unlockOnAccess, the user is prompted when the app starts, on any page.',
    fallback: always(false),
    relevant: ({ authMode }: WithAuthMode) => authMode !== 'InMemoryOnly',
  }),
  option('unlockOnReady', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Ask for the unlock as soon as the app starts',
    consequence: 'The prompt appears before the user asked for anything.',
    fallback: always(false),
    relevant: asksUser,
  }),
  option('unlockOnAccess', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Ask for the unlock when a locked session is needed',
    consequence: 'No: what needs the session while it is locked fails, and only the unlock page unlocks.',
    fallback: always(true),
    relevant: asksUser,
  }),
  /** Milliseconds in the background; 0 never locks. */
  option('lockAfter', {
    kind: milliseconds,
    group: 'vault',
    ask: 'more',
    help: 'Lock after this many milliseconds in the background',
    question: 'How long may the app be in the background before it locks?',
    consequence: '5000 is five seconds. 0 never locks: a device handed over unlocked shows the session.',
    fallback: always(5000),
    relevant: ({ authMode }: WithAuthMode) => authMode !== 'SecureStorage',
  }),
  /** Milliseconds without a touch or key; 0 is off. */
  option('idleTimeout', {
    kind: milliseconds,
    group: 'vault',
    ask: 'more',
    help: 'Lock when the app was not touched for this many milliseconds',
    question: 'How long may the app stay untouched before it locks?',
    consequence:
      '300000 is five minutes. 0 is off: an app left open on a table shows the session. A notice tells it 30 s before.',
    fallback: always(0),
    relevant: ({ authMode }: WithAuthMode) => authMode !== 'SecureStorage',
  }),
  /** Milliseconds since the sign-in or unlock; 0 is off. */
  option('sessionTimeout', {
    kind: milliseconds,
    group: 'vault',
    ask: 'more',
    help: 'Lock this many milliseconds after the sign-in or unlock',
    question: 'How long after the unlock does the app lock, even in use?',
    consequence:
      '28800000 is eight hours. 0 is off. It locks without a warning, also in the middle of what somebody types.',
    fallback: always(0),
    relevant: ({ authMode }: WithAuthMode) => authMode !== 'SecureStorage',
  }),
  option('hideScreenOnBackground', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Hide the screen in the app switcher',
    consequence: 'No: the last page can be read there, also while the vault is locked.',
    fallback: always(true),
  }),
  option('allowSystemPinFallback', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Allow the device’s own passcode where biometrics fail',
    consequence: 'Yes: anyone who knows the device’s passcode can unlock. Needs Android 11 or newer.',
    fallback: always(false),
    relevant: usesBiometrics,
  }),
  option('shouldClearVaultAfterTooManyFailedAttempts', {
    kind: boolean,
    group: 'vault',
    ask: 'more',
    help: 'Erase the session after five wrong passcodes',
    consequence: 'No: the number of wrong passcodes is not limited; growing delays slow down guessing.',
    fallback: always(true),
    relevant: usesPasscode,
  }),
] as const;
