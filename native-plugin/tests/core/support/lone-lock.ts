import type { CoreHost } from '../../../src/core/ports/core-host.ts';
import type { LockSettings } from '../../../src/core/state/lock-state.ts';
import { Lock, type KeyKeeper } from '../../../src/core/vault/lock.ts';

/** A lock of a vault that is open, without the vault; its time is told by nobody but itself. `done`: what it had done. */
export function loneLock(settings: Partial<LockSettings> = {}, onHost: Partial<CoreHost> = {}) {
  const clock = { at: 1000, now: () => clock.at };
  const timer: { in: number | null; asked: number; wake: () => void } = { in: null, asked: 0, wake: () => undefined };
  const done: string[] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) =>
      void done.push([name, ...given.filter((value) => typeof value === 'number')].join(' '));
  const host: CoreHost = {
    ...{ onUnlocked: note('unlocked'), onLocked: note('locked'), onErased: note('erased'), onIdle: note('idle') },
    ...{ cover: note('cover'), uncover: note('uncover'), uncoverWhenAcknowledged: note('leave') },
    authenticator: { enterPasscode: () => Promise.resolve(false) },
    wakeIn(milliseconds, wake) {
      Object.assign(timer, { in: milliseconds, asked: timer.asked + 1, wake });
    },
    ...onHost,
  };
  const lease = { forgotten: 0 };
  const keeper: KeyKeeper = {
    ...{ dropKey: note('dropKey'), dropOpened: note('dropOpened'), keepOpened: note('keepOpened') },
    forgetLease: () => void (lease.forgotten += 1),
    ...{ showPrompt: note('showPrompt'), erase: note('erase'), markSlotDead: note('dead') },
  };
  const lock = new Lock({ clock, host, keeper }, { lockAfter: null, hideScreen: false, ...settings });
  lock.dispatch({ type: 'created', custody: 'stored' });
  /** The timer fires: then, or already after this time. */
  const pass = (milliseconds = timer.in ?? 0) => {
    clock.at += milliseconds;
    timer.in = null;
    timer.wake();
  };
  return { lock, clock, timer, done, lease, pass };
}
