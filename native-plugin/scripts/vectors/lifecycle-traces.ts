/* eslint-disable max-lines -- a table of cases: its length is data, not logic */
import type { LockSettings } from '../../src/core/state/lock-state.ts';
import type { StateEffect, StateEvent } from '../../src/core/state/state-event.ts';
import type { Trace, TraceStep } from './trace-steps.ts';
import {
  created,
  DROP,
  end,
  found,
  GRANTED,
  KEEP,
  lease,
  lock,
  LOCKED,
  pause,
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

const COVER: StateEffect = { type: 'cover' };
const UNCOVER: StateEffect = { type: 'uncover' };
const LEAVE: StateEffect = { type: 'uncoverWhenAcknowledged', limit: 2000 };
const ACTIVE: StateEffect = { type: 'notifyActive' };
const idle = (remaining: number): StateEffect => ({ type: 'notifyIdle', remaining });
const deactivate = (now: number): StateEvent => ({ type: 'deactivate', now });
const activate = (now: number): StateEvent => ({ type: 'activate', now });
const activity = (now: number): StateEvent => ({ type: 'activity', now });
const promptBegin = (now: number): StateEvent => ({ type: 'promptBegin', now });
const configure = (now: number, settings: LockSettings): StateEvent => ({ type: 'configure', settings, now });

const COVERED: LockSettings = { lockAfter: 5000, hideScreen: true };
const PLAIN: LockSettings = { lockAfter: 5000, hideScreen: false };

interface TraceText {
  readonly id: string;
  readonly why: string;
}

const covered = ({ id, why }: TraceText, ...steps: readonly TraceStep[]): Trace => ({
  ...trace(id, why, steps),
  settings: COVERED,
});
const timed = ({ id, why }: TraceText, times: Partial<LockSettings>, steps: readonly TraceStep[]): Trace => ({
  ...trace(id, why, steps),
  settings: { lockAfter: null, hideScreen: false, idleTimeout: 0, sessionTimeout: 0, ...times },
});

/** The screen, what is configured, and what time does to a vault in use: FORMAT.md §15. */
export const lifecycleTraces: readonly Trace[] = [
  covered(
    { id: 'inactive', why: 'covered while another window or the system is before the app; that is no background' },
    created(0),
    step(deactivate(1), 'unlocked', COVER),
    step(tick(99_999), 'unlocked'),
    step(activate(100_000), 'unlocked', UNCOVER),
  ),
  covered(
    {
      id: 'inactive-background',
      why: 'the way to the background and back on iOS: covered once, uncovered when in use',
    },
    created(0),
    step(deactivate(1), 'unlocked', COVER),
    step(pause(2), 'unlocked'),
    step(resume(3), 'unlocked'),
    step(activate(4), 'unlocked', UNCOVER),
  ),
  covered(
    { id: 'inactive-background-locked', why: 'locked meanwhile: uncovered when in use, and the app has left the page' },
    created(0),
    step(deactivate(1), 'unlocked', COVER),
    step(pause(2), 'unlocked'),
    step(resume(9000), 'locked', DROP, TIMED_OUT),
    step(activate(9001), 'locked', LEAVE),
    step(deactivate(9002), 'locked', COVER),
    step(activate(9003), 'locked', UNCOVER),
  ),
  covered(
    { id: 'inactive-locked', why: 'lockOut while it is not in use: the page has to be left first' },
    created(0),
    step(deactivate(1), 'unlocked', COVER),
    step(lock(2), 'locked', DROP, LOCKED),
    step(activate(3), 'locked', LEAVE),
  ),
  covered(
    { id: 'active-in-background', why: 'in use again, but in the background: still covered' },
    created(0),
    step(deactivate(1), 'unlocked', COVER),
    step(pause(2), 'unlocked'),
    step(activate(3), 'unlocked'),
    step(resume(4), 'unlocked', UNCOVER),
  ),
  covered(
    { id: 'inactive-twice', why: 'each of them once; in use again without having been out of use: nothing' },
    created(0),
    step(activate(1), 'unlocked'),
    step(deactivate(2), 'unlocked', COVER),
    step(deactivate(3), 'unlocked'),
    step(activate(4), 'unlocked', UNCOVER),
    step(activate(5), 'unlocked'),
  ),
  covered(
    { id: 'inactive-prompt', why: 'the prompt of the system takes the app out of use: covered behind it' },
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(deactivate(2), 'unlocking', COVER),
    step(end(3, 'ok'), 'unlocked', KEEP, UNLOCKED, resolve('a')),
    step(activate(4), 'unlocked', UNCOVER),
  ),
  trace('inactive-not-hidden', 'hideScreen off: nothing to see of it', [
    created(0),
    step(deactivate(1), 'unlocked'),
    step(activate(2), 'unlocked'),
  ]),
  covered(
    { id: 'configure-uncovers', why: 'hideScreen turned off while covered: the return would not uncover' },
    created(0),
    step(pause(1), 'unlocked', COVER),
    step(configure(2, PLAIN), 'unlocked', UNCOVER),
    step(resume(3), 'unlocked'),
  ),
  trace('configure-covers', 'hideScreen turned on in the background', [
    created(0),
    step(pause(1), 'unlocked'),
    step(configure(2, COVERED), 'unlocked', COVER),
    step(resume(3), 'unlocked', UNCOVER),
  ]),
  covered(
    { id: 'configure-in-sight', why: 'in the foreground nothing is covered or uncovered' },
    created(0),
    step(configure(1, PLAIN), 'unlocked'),
    step(configure(2, COVERED), 'unlocked'),
  ),
  trace('configure-due', 'a shorter time that is over already: due at once', [
    created(0),
    step(pause(1), 'unlocked'),
    step(configure(3001, { lockAfter: 3000, hideScreen: false }), 'locked', DROP, TIMED_OUT),
  ]),
  trace('damaged-unavailable', 'not being able to look now is no damage', [
    created(0),
    step({ type: 'damaged', code: 'TEMPORARILY_UNAVAILABLE', now: 1 }, 'unlocked'),
    step({ type: 'damaged', code: 'CONFLICT', now: 2 }, 'unlocked'),
  ]),
  trace('prompt-away-success', 'away for longer than lockAfter during a prompt that succeeds: somebody is there', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(pause(2), 'unlocking'),
    step(resume(60_000), 'unlocking'),
    step(end(60_001, 'ok'), 'unlocked', KEEP, UNLOCKED, resolve('a')),
    step(tick(60_002), 'unlocked'),
  ]),
  trace('prompt-begin-twice', 'the first one counts, with the epoch it began in', [
    created(0),
    step(promptBegin(1), 'unlocked'),
    step(pause(2), 'unlocked'),
    step(resume(9000), 'unlocked'),
    step(promptBegin(9001), 'unlocked'),
    step(end(9002, 'done'), 'locked', DROP, TIMED_OUT),
  ]),
  trace('open-lock-out-epoch', 'lockOut where nothing locks begins no epoch', [
    step({ type: 'found', vault: 'open', now: 0 }, 'unlocked'),
    step(lock(1), 'unlocked', DROP),
    step(promptBegin(2), 'unlocked'),
    step({ type: 'created', custody: 'stored', now: 3 }, 'unlocked'),
    step(lock(4), 'locked', DROP, LOCKED),
    step({ type: 'opened', epoch: 2, now: 5 }, 'unlocked', KEEP, UNLOCKED),
  ]),
  trace('found-open-unlocking', 'another process took the prompt away while it is shown: the prompt decides', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'found', vault: 'open', now: 2 }, 'unlocking'),
    step(end(3, 'ok'), 'unlocked', KEEP, UNLOCKED, resolve('a')),
  ]),
  trace('due-lease', 'the key that a lease keeps is due to go by itself', [
    created(0),
    step(lease(1), 'unlocked', GRANTED),
    step(lock(2), 'locked', LOCKED),
    step(tick(10_002), 'locked', DROP),
  ]),

  timed({ id: 'idle', why: 'warned half a minute before, then locked' }, { idleTimeout: 100_000 }, [
    created(0),
    step(tick(69_999), 'unlocked'),
    step(tick(70_000), 'unlocked', idle(30_000)),
    step(tick(99_999), 'unlocked'),
    step(tick(100_000), 'locked', DROP, TIMED_OUT),
  ]),
  timed({ id: 'idle-short', why: 'a short time: warned at its half' }, { idleTimeout: 5001 }, [
    created(0),
    step(tick(2500), 'unlocked'),
    step(tick(2501), 'unlocked', idle(2500)),
    step(tick(5001), 'locked', DROP, TIMED_OUT),
  ]),
  timed({ id: 'idle-active', why: 'somebody is there: the time starts again' }, { idleTimeout: 100_000 }, [
    created(0),
    step(activity(60_000), 'unlocked'),
    step(tick(129_999), 'unlocked'),
    step(tick(130_000), 'unlocked', idle(30_000)),
    step(activity(140_000), 'unlocked', ACTIVE),
    step(tick(210_000), 'unlocked', idle(30_000)),
    step(tick(240_000), 'locked', DROP, TIMED_OUT),
  ]),
  timed({ id: 'idle-late', why: 'the warning came too late to be one: locked' }, { idleTimeout: 100_000 }, [
    created(0),
    step(activity(100_000), 'locked', DROP, TIMED_OUT),
  ]),
  timed({ id: 'idle-late-warning', why: 'a late tick says how much is left' }, { idleTimeout: 100_000 }, [
    created(0),
    step(tick(95_000), 'unlocked', idle(5000)),
  ]),
  timed({ id: 'idle-background', why: 'the background is no use, and starts nothing' }, { idleTimeout: 100_000 }, [
    created(0),
    step(pause(60_000), 'unlocked'),
    step(resume(80_000), 'unlocked', idle(20_000)),
    step(tick(100_000), 'locked', DROP, TIMED_OUT),
  ]),
  timed({ id: 'idle-unlocked-again', why: 'counted from the unlock' }, { idleTimeout: 100_000 }, [
    created(0),
    step(tick(70_000), 'unlocked', idle(30_000)),
    step(lock(80_000), 'locked', DROP, LOCKED),
    step(activity(85_000), 'locked'),
    step({ type: 'opened', epoch: 2, now: 90_000 }, 'unlocked', KEEP, UNLOCKED),
    step(tick(159_999), 'unlocked'),
    step(tick(160_000), 'unlocked', idle(30_000)),
  ]),
  timed(
    { id: 'idle-prompt', why: 'an own prompt keeps the lock waiting; answered, somebody is there' },
    { idleTimeout: 10_000 },
    [
      created(0),
      step(promptBegin(1), 'unlocked'),
      step(tick(9000), 'unlocked'),
      step(end(9001, 'done'), 'unlocked'),
      step(tick(14_000), 'unlocked'),
      step(tick(14_001), 'unlocked', idle(5000)),
    ],
  ),
  timed({ id: 'idle-prompt-over', why: 'the time was over before the prompt ended: locked' }, { idleTimeout: 10_000 }, [
    created(0),
    step(promptBegin(1), 'unlocked'),
    step(end(10_000, 'done'), 'locked', DROP, TIMED_OUT),
  ]),
  timed(
    { id: 'idle-clock-back', why: 'a clock that went backwards counts as over, also after a prompt' },
    { idleTimeout: 10_000 },
    [
      created(1000),
      step(promptBegin(1001), 'unlocked'),
      step(tick(999), 'unlocked'),
      step(end(1002, 'done'), 'locked', DROP, TIMED_OUT),
    ],
  ),
  timed({ id: 'idle-open', why: 'what never locks is never idle' }, { idleTimeout: 10_000, sessionTimeout: 20_000 }, [
    step({ type: 'found', vault: 'open', now: 0 }, 'unlocked'),
    step(activity(1), 'unlocked'),
    step(tick(99_999), 'unlocked'),
  ]),
  timed({ id: 'idle-memory', why: 'in memory, it erases' }, { idleTimeout: 10_000 }, [
    step({ type: 'created', custody: 'memory', now: 0 }, 'unlocked'),
    step(tick(5000), 'unlocked', idle(5000)),
    step(tick(10_000), 'absent', DROP, { type: 'notifyLocked', saved: false, timeout: true }),
  ]),
  timed({ id: 'idle-configured', why: 'turned on later, counted from the last use' }, {}, [
    created(0),
    step(activity(4000), 'unlocked'),
    step(tick(50_000), 'unlocked'),
    step(configure(50_001, { lockAfter: null, hideScreen: false, idleTimeout: 46_001 }), 'locked', DROP, TIMED_OUT),
  ]),
  timed({ id: 'session', why: 'over since the login, whatever is done meanwhile' }, { sessionTimeout: 60_000 }, [
    created(0),
    step(activity(59_000), 'unlocked'),
    step(tick(59_999), 'unlocked'),
    step(activity(60_000), 'locked', DROP, TIMED_OUT),
  ]),
  timed({ id: 'session-unlocked-again', why: 'the next one begins with the unlock' }, { sessionTimeout: 60_000 }, [
    created(0),
    step(lock(30_000), 'locked', DROP, LOCKED),
    step({ type: 'opened', epoch: 2, now: 40_000 }, 'unlocked', KEEP, UNLOCKED),
    step(tick(99_999), 'unlocked'),
    step(tick(100_000), 'locked', DROP, TIMED_OUT),
  ]),
  timed({ id: 'session-lease', why: 'a lease outlives it, like any lock by time' }, { sessionTimeout: 60_000 }, [
    created(0),
    step(lease(1), 'unlocked', GRANTED),
    step(tick(60_000), 'locked', TIMED_OUT),
    step(tick(70_000), 'locked', DROP),
  ]),
  timed({ id: 'session-before-idle', why: 'whichever is first' }, { idleTimeout: 50_000, sessionTimeout: 60_000 }, [
    created(0),
    step(activity(20_000), 'unlocked'),
    step(tick(45_000), 'unlocked', idle(25_000)),
    step(tick(60_000), 'locked', DROP, TIMED_OUT),
  ]),
];
