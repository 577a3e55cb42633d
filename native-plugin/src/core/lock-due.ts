import type { Instant } from './ports.ts';

/**
 * Whether a vault that went to the background at `since` must be locked.
 *
 * Either clock being over counts: the monotonic one may stand still while the device sleeps, the
 * wall clock may be set back. A wall clock that went backwards counts as over.
 *
 * @param lockAfter milliseconds; 0 = never
 */
export function isLockDue(since: Instant, now: Instant, lockAfter: number): boolean {
  if (lockAfter === 0) return false;
  const elapsed = now.wall - since.wall;
  return elapsed < 0 || elapsed >= lockAfter || now.monotonic - since.monotonic >= lockAfter;
}
