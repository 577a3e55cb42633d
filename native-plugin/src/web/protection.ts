import type { Ports } from '../core/ports.ts';

const stored = {
  persistent: 'yes',
  encryptedAtRest: 'yes',
  nonExtractableKey: 'script-only',
  hardwareBacked: 'no',
} as const;

/** What holds in a browser: page script can't read the keys, a copy of the browser's profile has them. */
export const WEB_PROTECTION: Ports['protection'] = {
  device: {
    ...stored,
    userVerification: 'no',
    offlineGuessing: 'not-needed',
    attemptLimit: 'none',
    passcodeSeenByJs: 'no',
  },
  appPasscode: {
    ...stored,
    userVerification: 'yes',
    offlineGuessing: 'possible',
    attemptLimit: 'advisory',
    passcodeSeenByJs: 'yes',
  },
  memory: {
    persistent: 'no',
    encryptedAtRest: 'unknown',
    nonExtractableKey: 'no',
    hardwareBacked: 'no',
    userVerification: 'no',
    offlineGuessing: 'impossible',
    attemptLimit: 'none',
    passcodeSeenByJs: 'no',
  },
};
