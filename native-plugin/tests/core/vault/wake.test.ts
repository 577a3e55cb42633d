import { expect, it } from 'vitest';
import { loneLock } from '../support/lone-lock.ts';

it('the key that a lease keeps after a lock goes by itself, although nobody asks any more', async () => {
  const { lock, timer, done, pass } = loneLock();
  await lock.lease({ type: 'leaseBegin', id: 'l', names: ['a'] });
  lock.dispatch({ type: 'lock' });
  expect([timer.in, done]).toEqual([10_000, ['locked']]);
  pass();
  expect([timer.in, done]).toEqual([null, ['locked', 'dropKey']]);
});

it('locks in the background by itself, and waits for nothing in the foreground', () => {
  const { lock, timer, done, pass } = loneLock({ lockAfter: 5000 });
  expect(timer.in).toBeNull();
  lock.dispatch({ type: 'pause' });
  expect(timer.in).toBe(5000);
  lock.dispatch({ type: 'resume' });
  expect(timer.in).toBeNull();
  lock.dispatch({ type: 'pause' });
  pass();
  expect(done).toEqual(['dropKey', 'locked']);
});

it('warns of the idle lock, and then locks, by itself', () => {
  const { timer, done, pass } = loneLock({ idleTimeout: 100_000 });
  expect(timer.in).toBe(70_000);
  pass();
  expect([timer.in, done]).toEqual([30_000, ['idle 30000']]);
  pass();
  expect([timer.in, done]).toEqual([null, ['idle 30000', 'dropKey', 'locked']]);
});

it('a timer that fires too early is set again', () => {
  const { lock, timer, done, pass } = loneLock({ lockAfter: 5000 });
  lock.dispatch({ type: 'pause' });
  pass(2000);
  expect([timer.in, done]).toEqual([3000, []]);
});

it('asks for a timer when the moment changes, and at no other time', () => {
  const { lock, timer } = loneLock({ idleTimeout: 100_000 });
  const { asked } = timer;
  lock.begin();
  lock.begin();
  expect(timer.asked).toBe(asked);
  lock.dispatch({ type: 'lock' });
  expect([timer.in, timer.asked]).toEqual([null, asked + 1]);
});

it('looks again at once where a clock that was set back tells no time', () => {
  const { lock, clock, timer, done, pass } = loneLock({ sessionTimeout: 5000 });
  const now = clock.at;
  clock.at = -Infinity;
  lock.dispatch({ type: 'created', custody: 'stored' });
  clock.at = now;
  expect([lock.state.phase, timer.in]).toEqual(['unlocked', 0]);
  done.length = 0;
  pass();
  expect([timer.in, done]).toEqual([null, ['dropKey', 'locked']]);
});
