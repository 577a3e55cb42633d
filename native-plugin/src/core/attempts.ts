import { VaultErrorCodes } from '../definitions.ts';
import { VaultError } from '../vault-error.ts';
import type { Attempts } from './record.ts';

/** Wrong passcodes allowed before the vault is erased, where it is. */
export const MAX_ATTEMPTS = 5;

const SECOND = 1000;
/** Milliseconds to wait after so many failures; the last one holds from there on. */
const DELAYS = [0, 0, 0, 5, 30, 120, 600, 3600].map((seconds) => seconds * SECOND);

/**
 * The count to store before a passcode is checked: whatever happens next, this attempt is spent.
 *
 * @param now wall clock, milliseconds
 * @throws VaultError `AttemptDelayed`: too early, nothing is spent
 */
export function spendAttempt(attempts: Attempts, now: number): Attempts {
  const delay = DELAYS[Math.min(attempts.failed, DELAYS.length - 1)] ?? 0;
  const elapsed = now - attempts.at;
  // A clock that was set back starts the delay over.
  const wait = elapsed < 0 ? delay : delay - elapsed;
  if (wait > 0) {
    const seconds = Math.ceil(wait / SECOND);
    throw new VaultError(VaultErrorCodes.AttemptDelayed, `Too many wrong passcodes. Try again in ${seconds} s.`);
  }
  return { failed: attempts.failed + 1, at: now };
}

export function tooManyAttempts(): VaultError {
  const message = 'Too many wrong passcodes: the vault was erased. Log in again.';
  return new VaultError(VaultErrorCodes.TooManyFailedAttempts, message);
}
