import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { webMutex } from '../../src/web/web-mutex.ts';

/** Web Locks of one tab, as far as a mutex needs them: one holder, and waiting that can be given up. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_name: string, { signal }: { signal: AbortSignal }, task: () => Promise<unknown>) {
      const granted = last.then(() => (signal.aborted ? undefined : task()));
      last = granted.catch(() => undefined);
      const givenUp = new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
      return Promise.race([granted, givenUp]);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: fakeLocks() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('lets one operation at a time through, and gives what it gives', async () => {
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([webMutex('v', work('a')), webMutex('v', work('b'))])).toEqual(['a', 'b']);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('gives up when another tab never lets go', async () => {
  void webMutex('v', () => new Promise<void>(() => undefined));
  const task = vi.fn(() => Promise.resolve());
  const outcome = expect(webMutex('v', task)).rejects.toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' });
  await vi.advanceTimersByTimeAsync(15_000);
  await outcome;
  expect(task).not.toHaveBeenCalled();
});

it('never cuts an operation short that has the lock', async () => {
  const long = webMutex('v', () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), 60_000)));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await long).toBe('done');
});
