import type { ProtectionReport } from 'capacitor-identity-vault';

/** One fact about the vault as it is now. */
export interface ProtectionFact {
  readonly holds: 'yes' | 'no' | 'partly';
  readonly text: string;
}

/** What the report says, for people who don't know its words. */
export function protectionFacts(report: ProtectionReport): readonly ProtectionFact[] {
  return [where(report), person(report), key(report), guessing(report), limit(report)];
}

function where({ persistent, encryptedAtRest }: ProtectionReport): ProtectionFact {
  if (persistent === 'no') {
    return { holds: 'yes', text: 'Nothing is stored: a lock or a reload ends the session.' };
  }
  return encryptedAtRest === 'yes'
    ? { holds: 'yes', text: 'What is stored is encrypted.' }
    : { holds: 'no', text: 'What is stored is not encrypted.' };
}

function person({ userVerification }: ProtectionReport): ProtectionFact {
  return userVerification === 'yes'
    ? { holds: 'yes', text: 'Only you can open it: it asks for your passcode or your biometrics.' }
    : { holds: 'no', text: 'Whoever uses this device can open it: it asks for nothing.' };
}

function key({ nonExtractableKey, hardwareBacked }: ProtectionReport): ProtectionFact {
  if (hardwareBacked === 'yes') {
    return { holds: 'yes', text: 'Its key is in the security hardware, and never leaves it.' };
  }
  return nonExtractableKey === 'script-only'
    ? { holds: 'partly', text: 'No script can read its key, but a copy of this browser’s profile has it.' }
    : { holds: nonExtractableKey === 'yes' ? 'yes' : 'partly', text: 'Its key is not in security hardware.' };
}

function guessing({ offlineGuessing }: ProtectionReport): ProtectionFact {
  switch (offlineGuessing) {
    case 'impossible':
      return { holds: 'yes', text: 'A thief of the stored data has to have this device, too.' };
    case 'possible':
      return {
        holds: 'partly',
        text: 'A thief of this browser’s profile can try passcodes elsewhere: choose a long one.',
      };
    case 'not-needed':
      return { holds: 'no', text: 'A thief of this browser’s profile needs no passcode.' };
    default:
      return { holds: 'partly', text: 'Whether passcodes can be tried elsewhere is not known here.' };
  }
}

function limit({ attemptLimit }: ProtectionReport): ProtectionFact {
  switch (attemptLimit) {
    case 'enforced':
      return { holds: 'yes', text: 'Wrong passcodes are limited by the device.' };
    case 'advisory':
      return { holds: 'partly', text: 'Wrong passcodes are limited in this app, for those who use it.' };
    default:
      return { holds: 'yes', text: 'There is no passcode that could be tried.' };
  }
}
