import type { Clock } from '../core/ports/ports.ts';
import type { Timer } from '../vaults/local/platform.ts';

/** Longer timers would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Comparable across processes, as delays after wrong passcodes have to be. People can set it. */
export const wallClock: Clock = { now: () => Date.now() };

/**
 * For the locks of one vault. The wall clock can be set back, and the monotonic one may stand still while the device
 * sleeps: of every interval the longer counts. That the wall clock went backwards is told once, so that what waits for
 * time counts as over; so no two vaults share such a clock.
 */
export function lockClock(
  wall: () => number = () => Date.now(),
  monotonic: () => number = () => performance.now(),
): Clock {
  let now = wall();
  let last = { wall: now, monotonic: monotonic() };

  return {
    now() {
      const next = { wall: wall(), monotonic: monotonic() };
      const passed = { wall: next.wall - last.wall, monotonic: next.monotonic - last.monotonic };
      last = next;
      now += Math.max(passed.wall, passed.monotonic);
      return passed.wall < 0 ? Number.NEGATIVE_INFINITY : now;
    },
  };
}

export const webTimer: Timer = (milliseconds, callback) => {
  const timer = setTimeout(callback, Math.min(milliseconds, LONGEST_TIMER));
  return () => clearTimeout(timer);
};
