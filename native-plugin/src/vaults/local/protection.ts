import { KIND, type Kind } from '../../core/codec/format-ids.ts';
import type { ProtectionReport } from '../../definitions/protection.ts';

/**
 * What holds in a browser for a vault with these slots (none: in memory): page script can't read the keys, a copy of
 * the browser's profile has them. The weakest slot decides.
 */
export function protectionOf(kinds: readonly Kind[]): ProtectionReport {
  if (kinds.length === 0) return IN_MEMORY;
  const hasPasscode = kinds.includes(KIND.appPasscode);
  const hasDevice = kinds.includes(KIND.device);
  return {
    persistent: 'yes',
    encryptedAtRest: 'yes',
    nonExtractableKey: 'script-only',
    // A passkey may be kept by hardware, or synchronised by its provider: the browser doesn't say.
    hardwareBacked: hasPasscode || hasDevice ? 'no' : 'unknown',
    userVerification: hasDevice ? 'no' : 'yes',
    offlineGuessing: offlineGuessing(hasPasscode, hasDevice),
    attemptLimit: hasPasscode ? 'advisory' : 'none',
    passcodeSeenByJs: hasPasscode ? 'yes' : 'no',
  };
}

function offlineGuessing(hasPasscode: boolean, hasDevice: boolean): ProtectionReport['offlineGuessing'] {
  if (hasDevice) return 'not-needed';
  return hasPasscode ? 'possible' : 'impossible';
}

const IN_MEMORY: ProtectionReport = {
  persistent: 'no',
  encryptedAtRest: 'unknown',
  nonExtractableKey: 'no',
  hardwareBacked: 'no',
  userVerification: 'no',
  offlineGuessing: 'impossible',
  attemptLimit: 'none',
  passcodeSeenByJs: 'no',
};
