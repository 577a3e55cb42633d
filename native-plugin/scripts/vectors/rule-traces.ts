/* eslint-disable max-lines -- a table of cases: its length is data, not logic */
import type { LockSettings } from '../../src/core/state/lock-state.ts';
import type { StateEffect, StateEvent } from '../../src/core/state/state-event.ts';
import type { Trace, TraceStep } from './trace-steps.ts';
import {
  created,
  deny,
  DROP,
  end,
  found,
  GRANTED,
  KEEP,
  lease,
  leaseWrite,
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

const ACTIVE: StateEffect = { type: 'notifyActive' };
const idle = (remaining: number): StateEffect => ({ type: 'notifyIdle', remaining });
const promptBegin = (now: number): StateEvent => ({ type: 'promptBegin', now });
const foundOpen = (now: number): StateEvent => ({ type: 'found', vault: 'open', now });
const foundAbsent = (now: number): StateEvent => ({ type: 'found', vault: 'absent', now });
const ended = (now: number, fields: Omit<Extract<StateEvent, { type: 'promptEnd' }>, 'type' | 'now'>): StateEvent => ({
  type: 'promptEnd',
  ...fields,
  now,
});
const timed = (
  { id, why }: { readonly id: string; readonly why: string },
  times: Partial<LockSettings>,
  steps: readonly TraceStep[],
): Trace => ({
  ...trace(id, why, steps),
  settings: { lockAfter: null, hideScreen: false, idleTimeout: 0, sessionTimeout: 0, ...times },
});

/** One rule of FORMAT.md §15 each, which a wrong implementation could leave out and still pass all other traces. */
export const ruleTraces: readonly Trace[] = [
  trace('lock-absent', 'lockOut of nothing leaves nothing', [step(lock(0), 'absent'), found(1)]),
  trace('lock-open-epoch', 'lockOut of SecureStorage begins no new epoch: what was begun before it is kept', [
    step(foundOpen(0), 'unlocked'),
    step(lock(1), 'unlocked', DROP),
    step({ type: 'found', vault: 'stored', now: 2 }, 'locked', DROP, LOCKED),
    step({ type: 'opened', epoch: 1, now: 3 }, 'unlocked', KEEP, UNLOCKED),
  ]),
  trace('found-absent-open', 'found absent while SecureStorage is open: what the process knows is newer', [
    step(foundOpen(0), 'unlocked'),
    step(foundAbsent(1), 'unlocked'),
    step(unlock(2), 'unlocked', resolve('a')),
  ]),
  trace('found-absent-locked', 'found absent while locked: only damaged and erased tell of a loss', [
    found(0),
    step(foundAbsent(1), 'locked'),
  ]),
  trace('found-open-prompt', 'found open while a prompt to unlock is shown: it ends with its own event', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(foundOpen(2), 'unlocking'),
    step(end(3, 'ok'), 'unlocked', KEEP, UNLOCKED, resolve('a')),
    step(lock(4), 'locked', DROP, LOCKED),
  ]),
  trace('prompt-second', 'a second prompt is none: the first one ends once', [
    created(0),
    step(promptBegin(1), 'unlocked'),
    step(pause(2), 'unlocked'),
    step(promptBegin(6000), 'unlocked'),
    step(resume(6001), 'unlocked'),
    step(end(6002, 'done'), 'locked', DROP, TIMED_OUT),
    step(end(6003, 'done'), 'locked'),
  ]),
  trace('prompt-second-unlocking', 'a second prompt does not take the place of one that unlocks', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(promptBegin(2), 'unlocking'),
    step(end(3, 'ok'), 'unlocked', KEEP, UNLOCKED, resolve('a')),
  ]),
  trace('away-opened', 'a prompt that unlocked proves presence: no stay that ended during it is judged', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(pause(2), 'unlocking'),
    step(resume(60_000), 'unlocking'),
    step(end(60_001, 'ok'), 'unlocked', KEEP, UNLOCKED, resolve('a')),
    step(tick(60_002), 'unlocked'),
  ]),
  trace('resume-foreground', 'back from no background, while a prompt is shown: nothing', [
    created(0),
    step(promptBegin(1), 'unlocked'),
    step(resume(2), 'unlocked'),
    step(end(3, 'done'), 'unlocked'),
  ]),
  trace('void-in-background', 'a void prompt that opened proves nothing: the time in the background runs on', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(pause(1000), 'unlocking'),
    step({ type: 'created', custody: 'stored', now: 1001 }, 'unlocked', reject('LOCKED', 'a')),
    step(end(4000, 'ok'), 'unlocked', { type: 'dropOpened' }),
    step(tick(6000), 'locked', DROP, TIMED_OUT),
  ]),
  trace('void-after-due', 'a void prompt that opened, and the time was over meanwhile: locked when it ends', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(pause(1000), 'unlocking'),
    step({ type: 'created', custody: 'stored', now: 1001 }, 'unlocked', reject('LOCKED', 'a')),
    step(end(6000, 'ok'), 'locked', { type: 'dropOpened' }, DROP, TIMED_OUT),
  ]),
  trace('used-up-elsewhere', 'TOO_MANY_ATTEMPTS of a prompt that does not unlock: damaged tells of it', [
    created(0),
    step(promptBegin(1), 'unlocked'),
    step(end(2, 'TOO_MANY_ATTEMPTS'), 'unlocked'),
  ]),
  trace('invalidated-elsewhere', 'KEY_INVALIDATED of a prompt that does not unlock erases nothing', [
    created(0),
    step(promptBegin(1), 'unlocked'),
    step(ended(2, { outcome: 'KEY_INVALIDATED', enrolment: 1 }), 'unlocked'),
    step(promptBegin(3), 'unlocked'),
    step(ended(4, { outcome: 'LOCKED_OUT', erases: true }), 'unlocked'),
  ]),
  trace('canceled-wipe', 'a policy to erase is about a changed enrolment, not about a cancellation', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(ended(2, { outcome: 'USER_CANCELED', enrolment: 1 }), 'locked', reject('USER_CANCELED', 'a')),
  ]),
  trace('invalidated-erases', 'a lockout that erases is no invalidated key', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(
      ended(2, { outcome: 'KEY_INVALIDATED', enrolment: 2, erases: true }),
      'locked',
      { type: 'markSlotDead' },
      reject('KEY_INVALIDATED', 'a'),
    ),
  ]),
  trace('invalidated-default', 'enrolment left out is requireOther: the slot is marked, nothing is erased', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(ended(2, { outcome: 'KEY_INVALIDATED' }), 'locked', { type: 'markSlotDead' }, reject('KEY_INVALIDATED', 'a')),
  ]),
  trace('lease-denied-keeps', 'a lease that is denied does not take the place of the one that is there', [
    created(0),
    step(lease(1), 'unlocked', GRANTED),
    step({ type: 'leaseBegin', id: 'm', names: ['other'], now: 2 }, 'unlocked', {
      type: 'denyLease',
      id: 'm',
      code: 'CONFLICT',
    }),
    step({ type: 'leaseEnd', id: 'm', now: 3 }, 'unlocked'),
    step(leaseWrite(4), 'unlocked', { type: 'writeWithLease', id: 'l' }),
    step(leaseWrite(5), 'unlocked', deny('LOCKED')),
  ]),
  trace('lease-denied-locked', 'a lease that is denied is not there after an unlock', [
    found(0),
    step(lease(1), 'locked', deny('LOCKED')),
    step(unlock(2), 'unlocking', SHOW),
    step(end(3, 'ok'), 'unlocked', KEEP, UNLOCKED, resolve('a')),
    step(leaseWrite(4), 'unlocked', deny('LOCKED')),
  ]),
  timed(
    {
      id: 'session-clock-back',
      why: 'a clock that went backwards during a prompt is not forgotten when it catches up',
    },
    { sessionTimeout: 60_000 },
    [
      created(5000),
      step(promptBegin(5001), 'unlocked'),
      step(tick(100), 'unlocked'),
      step(tick(5002), 'unlocked'),
      step(end(5003, 'done'), 'locked', DROP, TIMED_OUT),
    ],
  ),
  timed(
    { id: 'idle-prompt-canceled', why: 'a prompt that was not answered shows nobody: the time runs on' },
    { idleTimeout: 10_000 },
    [
      created(0),
      step(promptBegin(1), 'unlocked'),
      step(end(4000, 'USER_CANCELED'), 'unlocked'),
      step(tick(5000), 'unlocked', idle(5000)),
      step({ type: 'activity', now: 6000 }, 'unlocked', ACTIVE),
    ],
  ),
  timed({ id: 'idle-prompt-void', why: 'nor does one of an earlier epoch, answered or not' }, { idleTimeout: 10_000 }, [
    created(0),
    step(promptBegin(1), 'unlocked'),
    created(1000),
    step(end(4000, 'done'), 'unlocked'),
    step(tick(6000), 'unlocked', idle(5000)),
  ]),
];
