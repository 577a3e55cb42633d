/* eslint-disable max-lines -- a table of cases: its length is data, not logic */
import type { Trace } from './trace-steps.ts';
import {
  created,
  DROP,
  end,
  ERASED,
  found,
  lock,
  LOCKED,
  pause,
  reject,
  resolve,
  resume,
  SHOW,
  step,
  tick,
  trace,
  unlock,
  UNLOCKED,
} from './trace-steps.ts';

const failing = (
  outcome: 'LOCKED_OUT' | 'AUTHENTICATION_FAILED' | 'ATTEMPT_DELAYED' | 'TEMPORARILY_UNAVAILABLE',
  why: string,
) =>
  trace(`unlock-${outcome.toLowerCase().replaceAll('_', '-')}`, why, [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(end(2, outcome), 'locked', reject(outcome, 'a')),
    step(unlock(3, 'b', true), 'unlocking', SHOW),
  ]);

/** Prompts, their outcomes, damage, and what ends a vault. */
export const unlockTraces: readonly Trace[] = [
  trace('unlock-ok', 'a prompt, then unlocked', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(end(2, 'ok'), 'unlocked', UNLOCKED, resolve('a')),
    step(unlock(3, 'b'), 'unlocked', resolve('b')),
  ]),
  trace('unlock-shared', 'calls made meanwhile share one prompt and its success', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(unlock(2, 'b'), 'unlocking'),
    step(unlock(3, 'c', true), 'unlocking'),
    step(end(4, 'ok'), 'unlocked', UNLOCKED, resolve('a', 'b', 'c')),
  ]),
  trace('unlock-shared-cancel', 'and its cancellation', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(unlock(2, 'b'), 'unlocking'),
    step(end(3, 'USER_CANCELED'), 'locked', reject('USER_CANCELED', 'a', 'b')),
  ]),
  trace(
    'no-prompt-after-cancel',
    'after a cancellation no prompt by itself, until the next foreground; a person may still ask',
    [
      found(0),
      step(unlock(1), 'unlocking', SHOW),
      step(end(2, 'USER_CANCELED'), 'locked', reject('USER_CANCELED', 'a')),
      step(unlock(3, 'b', true), 'locked', reject('LOCKED', 'b')),
      step(pause(4), 'locked'),
      step(resume(5), 'locked'),
      step(unlock(6, 'c', true), 'unlocking', SHOW),
    ],
  ),
  trace('person-after-cancel', 'asked for by a person, the prompt comes also after a cancellation', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(end(2, 'USER_CANCELED'), 'locked', reject('USER_CANCELED', 'a')),
    step(unlock(3, 'b'), 'unlocking', SHOW),
  ]),
  trace(
    'no-endless-prompt',
    "a return from the prompt's own background is no foreground: prompting again would never end",
    [
      found(0),
      step(unlock(1, 'a', true), 'unlocking', SHOW),
      step(pause(2), 'unlocking'),
      step(end(3, 'USER_CANCELED'), 'locked', reject('USER_CANCELED', 'a')),
      step(resume(4), 'locked'),
      step(unlock(5, 'b', true), 'locked', reject('LOCKED', 'b')),
    ],
  ),
  failing('LOCKED_OUT', "the system's lockout changes nothing"),
  failing('AUTHENTICATION_FAILED', 'a wrong passcode'),
  failing('ATTEMPT_DELAYED', 'too early'),
  failing('TEMPORARILY_UNAVAILABLE', 'the key can not be used now'),
  trace('lockout-erases', 'configured so, and no other slot: a lockout erases', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(
      { type: 'promptEnd', outcome: 'LOCKED_OUT', erases: true, now: 2 },
      'absent',
      DROP,
      { type: 'erase' },
      reject('LOCKED_OUT', 'a'),
      ERASED,
    ),
  ]),
  trace('too-many', 'the last attempt erased the vault', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(end(2, 'TOO_MANY_ATTEMPTS'), 'absent', DROP, reject('TOO_MANY_ATTEMPTS', 'a'), ERASED),
  ]),
  ...([0, 2] as const).map((enrolment) =>
    trace(`enrolment-${enrolment}`, 'a destroyed key: the slot is marked, other ways go on', [
      found(0),
      step(unlock(1), 'unlocking', SHOW),
      step(
        { type: 'promptEnd', outcome: 'KEY_INVALIDATED', enrolment, now: 2 },
        'locked',
        { type: 'markSlotDead' },
        reject('KEY_INVALIDATED', 'a'),
      ),
      step(unlock(3, 'b'), 'unlocking', SHOW),
    ]),
  ),
  trace('enrolment-1', 'policy wipe: a destroyed key erases', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(
      { type: 'promptEnd', outcome: 'KEY_INVALIDATED', enrolment: 1, now: 2 },
      'absent',
      DROP,
      { type: 'erase' },
      reject('KEY_INVALIDATED', 'a'),
      ERASED,
    ),
  ]),
  trace(
    'lock-wins',
    'a lock during the prompt: its callers are refused, its result is discarded, and no second prompt is shown over it',
    [
      found(0),
      step(unlock(1), 'unlocking', SHOW),
      step(lock(2), 'locked', reject('LOCKED', 'a')),
      step(unlock(3, 'b'), 'locked', reject('LOCKED', 'b')),
      step(end(4, 'ok'), 'locked', { type: 'dropOpened' }),
      step(unlock(5, 'c'), 'unlocking', SHOW),
    ],
  ),
  trace('erase-wins', 'an erasure during the prompt', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'erased', now: 2 }, 'absent', DROP, reject('NOT_FOUND', 'a'), ERASED),
    step(end(3, 'ok'), 'absent', { type: 'dropOpened' }),
  ]),
  trace('opened', 'a passcode that the app passed in', [
    found(0),
    step({ type: 'opened', epoch: 0, now: 1 }, 'unlocked', UNLOCKED),
  ]),
  trace('opened-late', 'locked since it began: what was opened is dropped', [
    created(0),
    step(lock(1), 'locked', DROP, LOCKED),
    step({ type: 'opened', epoch: 1, now: 2 }, 'locked', { type: 'dropOpened' }),
  ]),
  trace('process-death', 'a new process knows nothing: locked, until it is unlocked', [
    found(0),
    step(tick(1), 'locked'),
    step(pause(2), 'locked'),
    step(resume(99_999), 'locked'),
  ]),
  trace('nothing-stored', 'nothing stored: nothing to unlock', [
    step({ type: 'found', vault: 'absent', now: 0 }, 'absent'),
    step(unlock(1), 'absent', reject('NOT_FOUND', 'a')),
  ]),
  trace('corrupt', 'damage found before the prompt: callers are told, nothing is erased, no prompt is left', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'damaged', code: 'CORRUPT', now: 2 }, 'locked', reject('CORRUPT', 'a')),
    step(unlock(3, 'b'), 'unlocking', SHOW),
  ]),
  trace('rolled-back', 'the same for a rollback', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'damaged', code: 'ROLLED_BACK', now: 2 }, 'locked', reject('ROLLED_BACK', 'a')),
  ]),
  trace('damaged-unlocked', 'damage found while unlocked locks', [
    created(0),
    step({ type: 'damaged', code: 'CORRUPT', now: 1 }, 'locked', DROP, LOCKED),
  ]),
  trace('gone', 'erased by another process', [
    created(0),
    step({ type: 'damaged', code: 'NOT_FOUND', now: 1 }, 'absent', DROP, ERASED),
  ]),
  trace('lock', 'lockOut keeps what is stored; again, nothing happens', [
    created(0),
    step(lock(1), 'locked', DROP, LOCKED),
    step(lock(2), 'locked'),
  ]),
  trace('logout', 'erased while unlocked', [created(0), step({ type: 'erased', now: 1 }, 'absent', DROP, ERASED)]),
  trace('login-replaces', 'a new vault while another unlock is under way', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'created', custody: 'stored', now: 2 }, 'unlocked', reject('LOCKED', 'a')),
    step(end(3, 'ok'), 'unlocked', { type: 'dropOpened' }),
  ]),
  trace('secure-storage', 'never locked: not by time, not by lockOut, which only forgets the key', [
    step({ type: 'found', vault: 'open', now: 0 }, 'unlocked'),
    step(pause(1), 'unlocked'),
    step(resume(99_999), 'unlocked'),
    step(lock(100_000), 'unlocked', DROP),
    step(unlock(100_001), 'unlocked', resolve('a')),
  ]),
  trace('memory-lock', 'in memory, a lock erases', [
    step({ type: 'created', custody: 'memory', now: 0 }, 'unlocked'),
    step(lock(1), 'absent', DROP, { type: 'notifyLocked', saved: false, timeout: false }),
    step(unlock(2), 'absent', reject('NOT_FOUND', 'a')),
  ]),
  trace('memory-timeout', 'by time too', [
    step({ type: 'created', custody: 'memory', now: 0 }, 'unlocked'),
    step(pause(1), 'unlocked'),
    step(tick(5001), 'absent', DROP, { type: 'notifyLocked', saved: false, timeout: true }),
  ]),
];
