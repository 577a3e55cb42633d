import { ENROLMENT } from '../../core/codec/format-ids.ts';
import type { LockSettings } from '../../core/state/lock-state.ts';
import type { PolicyChanges } from '../../core/store/vault-store.ts';
import type { VaultPolicy } from '../../core/store/write-vault.ts';
import type { Settings } from '../settings.ts';

/** What of the settings a stored vault takes over with the next write. */
export function policyOfSettings({ maxAttempts, wipeAtMax }: Settings): Required<PolicyChanges> {
  return { maxAttempts, wipeAtMax };
}

/** When to lock, and what to cover. @param hides the screen is covered whatever the settings say */
export function lockSettingsOf(settings: Settings, hides: boolean): Required<LockSettings> {
  const { lockAfter, idleTimeout = 0, sessionTimeout = 0, hideScreen } = settings;
  return { lockAfter, idleTimeout, sessionTimeout, hideScreen: hideScreen || hides };
}

/** And what keys are made for: taken over by a new vault, another mode or another passcode. */
export function keyPolicyOf(settings: Settings): Omit<VaultPolicy, 'mode' | 'passcodeSetupNeeded'> {
  return { ...policyOfSettings(settings), enrolment: ENROLMENT[settings.onEnrollmentChange] };
}
