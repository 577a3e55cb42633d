import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Host } from '../../src/model/host.ts';
import { Elapsed } from '../../src/report/elapsed.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function counting({ isTTY = true, env = {} }: { isTTY?: boolean; env?: Host['env'] } = {}) {
  const written: string[] = [];
  const stderr = { isTTY, write: (text: string) => written.push(text) };
  return { written, elapsed: new Elapsed({ stderr, env } as unknown as Host) };
}

test('counts seconds up in one line, takes it away, and says how long it was', () => {
  const { written, elapsed } = counting();
  elapsed.start();
  vi.advanceTimersByTime(2400);
  expect(written).toEqual(['\r    1 s …', '\r    2 s …']);
  expect(elapsed.stop()).toBe('  (2 s)');
  expect(written.at(-1)).toBe('\r\u001b[K');
  vi.advanceTimersByTime(5000);
  expect(written).toHaveLength(3);
});

test('says nothing of what was quick', () => {
  const { written, elapsed } = counting();
  elapsed.start();
  vi.advanceTimersByTime(900);
  expect(elapsed.stop()).toBe('');
  expect(written).toEqual([]);
});

test.each([{ isTTY: false }, { env: { CI: '1' } }, { env: { ACCESSIBLE: '1' } }, { env: { TERM: 'dumb' } }])(
  'draws nothing where lines are not redrawn: %j',
  (where) => {
    const { written, elapsed } = counting(where);
    elapsed.start();
    vi.advanceTimersByTime(3000);
    expect(elapsed.stop()).toBe('');
    expect(written).toEqual([]);
  },
);
