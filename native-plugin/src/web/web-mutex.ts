import { CoreError } from '../core/ports/core-error.ts';
import type { Mutex } from '../core/ports/ports.ts';

/** Longer than any operation that shows no prompt: deriving a key from a passcode takes one or two seconds. */
const LIMIT = 15_000;

/**
 * One operation at a time over all tabs of this origin.
 * @throws CoreError `TEMPORARILY_UNAVAILABLE`: another tab doesn't let go of it
 */
export const webMutex: Mutex = async (name, task) => {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(isBusy()), LIMIT);
  try {
    return await navigator.locks.request<ReturnType<typeof task>>(name, { signal: waiting.signal }, () => {
      clearTimeout(timer);
      return task();
    });
  } finally {
    clearTimeout(timer);
  }
};

function isBusy(): CoreError {
  return new CoreError('TEMPORARILY_UNAVAILABLE', 'another tab of this app keeps the vault to itself: close it');
}
