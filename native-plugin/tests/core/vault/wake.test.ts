import { expect, it } from 'vitest';
import { Lock } from '../../../src/core/vault/lock.ts';

/** A lock whose time is told by nobody but itself. */
function lockIn(settings: { lockAfter: number | null; idleTimeout?: number }) {
  const clock = { at: 1000, now: () => clock.at };
  const timer: { in: number | null; wake: () => void } = { in: null, wake: () => undefined };
  const done: string[] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) =>
      void done.push([name, ...given.filter((value) => typeof value === 'number')].join(' '));
  const host = {
    ...{ onUnlocked: note('unlocked'), onLocked: note('locked'), onErased: note('erased'), onIdle: note('idle') },
    ...{ cover: note('cover'), uncover: note('uncover'), uncoverWhenAcknowledged: note('leave') },
    authenticator: { enterPasscode: () => Promise.resolve(false) },
    wakeIn(milliseconds: number | null, wake: () => void) {
      timer.in = milliseconds;
      timer.wake = wake;
    },
  };
  const keeper = {
    ...{ dropKey: note('dropKey'), dropOpened: note('dropOpened'), keepOpened: note('keepOpened') },
    ...{
      forgetLease: () => undefined,
      showPrompt: note('showPrompt'),
      erase: note('erase'),
      markSlotDead: note('dead'),
    },
  };
  const lock = new Lock({ clock, host, keeper }, { hideScreen: false, ...settings });
  lock.dispatch({ type: 'created', custody: 'stored' });
  /** The timer fires: then, or already after this time. */
  const pass = (milliseconds = timer.in ?? 0) => {
    clock.at += milliseconds;
    timer.in = null;
    timer.wake();
  };
  return { lock, timer, done, pass };
}

it('the key that a lease keeps after a lock goes by itself, although nobody asks any more', async () => {
  const { lock, timer, done, pass } = lockIn({ lockAfter: null });
  await lock.lease({ type: 'leaseBegin', id: 'l', names: ['a'] });
  lock.dispatch({ type: 'lock' });
  expect([timer.in, done]).toEqual([10_000, ['locked']]);
  pass();
  expect([timer.in, done]).toEqual([null, ['locked', 'dropKey']]);
});

it('locks in the background by itself, and waits for nothing in the foreground', () => {
  const { lock, timer, done, pass } = lockIn({ lockAfter: 5000 });
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
  const { timer, done, pass } = lockIn({ lockAfter: null, idleTimeout: 100_000 });
  expect(timer.in).toBe(70_000);
  pass();
  expect([timer.in, done]).toEqual([30_000, ['idle 30000']]);
  pass();
  expect([timer.in, done]).toEqual([null, ['idle 30000', 'dropKey', 'locked']]);
});

it('a timer that fires too early is set again', () => {
  const { lock, timer, done, pass } = lockIn({ lockAfter: 5000 });
  lock.dispatch({ type: 'pause' });
  pass(2000);
  expect([timer.in, done]).toEqual([3000, []]);
});
