import type { Clock } from '../core/ports.ts';

/** Longer timers would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

export const webClock: Clock = {
  now: () => ({ wall: Date.now(), monotonic: performance.now() }),

  after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, LONGEST_TIMER));
    return () => clearTimeout(timer);
  },
};
