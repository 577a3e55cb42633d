import { ENROLMENT } from '../../core/codec/format-ids.ts';
import type { PolicyChanges } from '../../core/store/vault-store.ts';
import type { VaultPolicy } from '../../core/store/write-vault.ts';
import type { Settings } from '../settings.ts';

/** What of the settings a stored vault takes over with the next write. */
export function policyOfSettings({ maxAttempts, wipeAtMax }: Settings): Required<PolicyChanges> {
  return { maxAttempts, wipeAtMax };
}

/** And what keys are made for: taken over by a new vault, another mode or another passcode. */
export function keyPolicyOf(settings: Settings): Omit<VaultPolicy, 'mode' | 'passcodeSetupNeeded'> {
  return { ...policyOfSettings(settings), enrolment: ENROLMENT[settings.onEnrollmentChange] };
}
