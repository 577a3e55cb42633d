import type { WireMoment } from './wire-clock.ts';

/** A token is renewed this long before it ends, in milliseconds, or a quarter of its time if that is shorter. */
export const EARLY = 30_000;

/** How long ago something was, in milliseconds. Of the two clocks the one counts by which more time has passed. */
export function timeBetween(then: WireMoment, now: WireMoment): number {
  return Math.max(now.monotonic - then.monotonic, now.wall - then.wall);
}

/** Whether a time is over, or nearly so. A clock that went back counts as over. In milliseconds. */
export function isSpent(passed: number, lifetime: number, early: number): boolean {
  return !(passed >= 0 && passed < lifetime - Math.min(early, lifetime / 4));
}
