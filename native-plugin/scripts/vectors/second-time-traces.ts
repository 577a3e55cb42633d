/* eslint-disable max-lines -- a table of cases: its length is data, not logic */
import type { LockSettings } from '../../src/core/state/lock-state.ts';
import type { StateEffect, StateEvent } from '../../src/core/state/state-event.ts';
import type { Trace, TraceStep } from './trace-steps.ts';
import {
  created,
  DROP,
  end,
  ERASED,
  found,
  KEEP,
  lock,
  LOCKED,
  pause,
  reject,
  resolve,
  resume,
  SHOW,
  step,
  tick,
  TIMED_OUT,
  trace,
  unlock,
  UNLOCKED,
} from './trace-steps.ts';

const LATE: StateEffect = { type: 'dropOpened' };
const idle = (remaining: number): StateEffect => ({ type: 'notifyIdle', remaining });
const promptBegin = (now: number): StateEvent => ({ type: 'promptBegin', now });
const opened = (now: number, epoch: number): StateEvent => ({ type: 'opened', epoch, now });
const damaged = (now: number): StateEvent => ({ type: 'damaged', code: 'CORRUPT', now });
const erased = (now: number): StateEvent => ({ type: 'erased', now });
const configured = (now: number, times: Partial<LockSettings>): StateEvent => ({
  type: 'configure',
  settings: { lockAfter: null, hideScreen: false, ...times },
  now,
});
const having = (times: Partial<LockSettings>, of: Trace): Trace => ({
  ...of,
  settings: { lockAfter: null, hideScreen: false, ...times },
});
/** Unlocked with a prompt that somebody asked for, and locked again. */
const unlockedOnce: readonly TraceStep[] = [
  found(0),
  step(unlock(1), 'unlocking', SHOW),
  step(end(2, 'ok'), 'unlocked', KEEP, UNLOCKED, resolve('a')),
  step(lock(3), 'locked', DROP, LOCKED),
];

/** What an event leaves behind, seen by what comes after it: FORMAT.md §15. */
export const secondTimeTraces: readonly Trace[] = [
  trace('answered-once', 'who was answered by an unlock is not answered by the next one', [
    ...unlockedOnce,
    step(opened(4, 1), 'unlocked', KEEP, UNLOCKED),
  ]),
  trace('refused-once-created', 'who was refused for a new vault is not answered when that is unlocked', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'created', custody: 'stored', now: 2 }, 'unlocked', reject('LOCKED', 'a')),
    step(end(3, 'ok'), 'unlocked', LATE),
    step(lock(4), 'locked', DROP, LOCKED),
    step(opened(5, 2), 'unlocked', KEEP, UNLOCKED),
  ]),
  trace('refused-once-damaged', 'nor who was refused for damage', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(damaged(2), 'locked', reject('CORRUPT', 'a')),
    step(end(3, 'CORRUPT'), 'locked'),
    step(opened(4, 1), 'unlocked', KEEP, UNLOCKED),
  ]),
  trace('damaged-epoch', 'damage of a locked vault begins one epoch', [
    found(0),
    step(lock(1), 'locked'),
    step(damaged(2), 'locked'),
    step(opened(3, 1), 'locked', LATE),
    step(opened(4, 2), 'unlocked', KEEP, UNLOCKED),
  ]),
  trace('erased-epoch', 'an erasure begins one epoch, and so does a new vault', [
    found(0),
    step(lock(1), 'locked'),
    step(erased(2), 'absent', DROP, ERASED),
    created(3),
    step(lock(4), 'locked', DROP, LOCKED),
    step(opened(5, 3), 'locked', LATE),
    step(opened(6, 4), 'unlocked', KEEP, UNLOCKED),
  ]),
  trace('lock-unlocking-epoch', 'lockOut during a prompt begins one epoch: what was being opened beside it is late', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(lock(2), 'locked', reject('LOCKED', 'a')),
    step(opened(3, 0), 'locked', LATE),
    step(opened(4, 1), 'unlocked', KEEP, UNLOCKED),
  ]),
  trace('resume-may-prompt', 'a background during a prompt allows no prompt by itself, and forbids none', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(pause(2), 'unlocking'),
    step(end(3, 'AUTHENTICATION_FAILED'), 'locked', reject('AUTHENTICATION_FAILED', 'a')),
    step(resume(4), 'locked'),
    step(unlock(5, 'b', true), 'unlocking', SHOW),
  ]),
  trace('prompt-after-cancel', 'another prompt that ends does not take a cancellation back', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(end(2, 'USER_CANCELED'), 'locked', reject('USER_CANCELED', 'a')),
    step(promptBegin(3), 'locked'),
    step(end(4, 'done'), 'locked'),
    step(unlock(5, 'b', true), 'locked', reject('LOCKED', 'b')),
  ]),
  trace('background-during-prompt-unlocked', 'a background that a prompt caused is still that after its success', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(pause(2), 'unlocking'),
    step(end(3, 'ok'), 'unlocked', KEEP, UNLOCKED, resolve('a')),
    step(lock(4), 'locked', DROP, LOCKED),
    step(unlock(5, 'b'), 'unlocking', SHOW),
    step(end(6, 'USER_CANCELED'), 'locked', reject('USER_CANCELED', 'b')),
    step(resume(7), 'locked'),
    step(unlock(8, 'c', true), 'locked', reject('LOCKED', 'c')),
  ]),
  trace('background-during-prompt-clock-back', 'nor does a clock that went backwards make it another one', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(pause(100), 'unlocking'),
    step(tick(50), 'unlocking'),
    step(end(51, 'USER_CANCELED'), 'locked', reject('USER_CANCELED', 'a')),
    step(resume(200), 'locked'),
    step(unlock(201, 'b', true), 'locked', reject('LOCKED', 'b')),
  ]),
  having(
    {},
    trace('choosing-never-back', 'lockAfter null: no stay is too long', [
      created(0),
      step(promptBegin(1), 'unlocked'),
      step(pause(10), 'unlocked'),
      step(resume(99_999), 'unlocked'),
      step(end(100_000, 'done'), 'unlocked'),
    ]),
  ),
  having(
    { lockAfter: 1 },
    trace('choosing-no-time', 'lockAfter 1: a stay of no time is none of 1 ms', [
      created(0),
      step(promptBegin(1), 'unlocked'),
      step(pause(10), 'unlocked'),
      step(resume(10), 'unlocked'),
      step(end(20, 'done'), 'unlocked'),
    ]),
  ),
  having(
    { idleTimeout: 1 },
    trace('idle-least', '1 ms is a time, and its half is none: no warning comes before the lock', [
      created(0),
      step(tick(0), 'unlocked'),
      step(tick(1), 'locked', DROP, TIMED_OUT),
    ]),
  ),
  having(
    { sessionTimeout: 1 },
    trace('session-least', '1 ms is a time', [
      created(0),
      step(tick(0), 'unlocked'),
      step(tick(1), 'locked', DROP, TIMED_OUT),
    ]),
  ),
  having(
    { idleTimeout: 10_000 },
    trace('idle-erased', 'after an erasure there is no use that somebody could take up again', [
      created(0),
      step(tick(5000), 'unlocked', idle(5000)),
      step(erased(5001), 'absent', DROP, ERASED),
      step({ type: 'activity', now: 5002 }, 'absent'),
    ]),
  ),
  having(
    { idleTimeout: 10_000, sessionTimeout: 20_000 },
    trace('idle-created-open', 'a SecureStorage that this process made is never idle either', [
      step({ type: 'created', custody: 'open', now: 0 }, 'unlocked'),
      step(tick(5000), 'unlocked'),
      step(tick(99_999), 'unlocked'),
    ]),
  ),
  having(
    {},
    trace('session-configured', 'a session that gets a limit later has it since the login', [
      created(0),
      step(configured(1000, { sessionTimeout: 60_000 }), 'unlocked'),
      step(tick(60_000), 'locked', DROP, TIMED_OUT),
    ]),
  ),
  having(
    { idleTimeout: 10_000, sessionTimeout: 20_000 },
    trace('configured-off', 'settings left out are off', [
      created(0),
      step(configured(1000, {}), 'unlocked'),
      step(tick(99_999), 'unlocked'),
    ]),
  ),
];
