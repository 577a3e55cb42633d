import { ENROLMENT } from '../../core/codec/format-ids.ts';
import type { PolicyChanges } from '../../core/store/vault-store.ts';
import type { Settings } from '../settings.ts';

/** What of the settings is stored with a vault. */
export function policyOfSettings({ onEnrollmentChange, maxAttempts, wipeAtMax }: Settings): Required<PolicyChanges> {
  return { enrolment: ENROLMENT[onEnrollmentChange], maxAttempts, wipeAtMax };
}
