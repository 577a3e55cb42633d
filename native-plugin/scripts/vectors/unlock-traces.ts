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
  trace(
    'too-many-discarded',
    'locked during the prompt, and its last attempt erased the vault: discarded or not, it is gone',
    [
      found(0),
      step(unlock(1), 'unlocking', SHOW),
      step(lock(2), 'locked', reject('LOCKED', 'a')),
      step(end(3, 'TOO_MANY_ATTEMPTS'), 'absent', DROP, ERASED),
      step(unlock(4, 'b'), 'absent', reject('NOT_FOUND', 'b')),
    ],
  ),
  trace('too-many-after-erased', 'erased during the prompt: gone already', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'erased', now: 2 }, 'absent', DROP, reject('NOT_FOUND', 'a'), ERASED),
    step(end(3, 'TOO_MANY_ATTEMPTS'), 'absent'),
  ]),
  trace('invalidated-discarded', 'any other discarded end changes nothing: the next prompt finds it again', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(lock(2), 'locked', reject('LOCKED', 'a')),
    step({ type: 'promptEnd', outcome: 'KEY_INVALIDATED', enrolment: 1, now: 3 }, 'locked'),
  ]),
  trace('canceled-discarded', 'a person who dismissed a discarded prompt is not asked again by itself either', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(lock(2), 'locked', reject('LOCKED', 'a')),
    step(end(3, 'USER_CANCELED'), 'locked'),
    step(unlock(4, 'b', true), 'locked', reject('LOCKED', 'b')),
  ]),
  trace('prompt-after-opened', 'unlocked in any way, a prompt may come by itself again', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step(end(2, 'USER_CANCELED'), 'locked', reject('USER_CANCELED', 'a')),
    step({ type: 'opened', epoch: 0, now: 3 }, 'unlocked', UNLOCKED),
    step(lock(4), 'locked', DROP, LOCKED),
    step(unlock(5, 'b', true), 'unlocking', SHOW),
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
  trace('opened-after-lock-out', 'lockOut of a locked vault: what is being opened meanwhile comes too late', [
    found(0),
    step(lock(1), 'locked'),
    step({ type: 'opened', epoch: 0, now: 2 }, 'locked', { type: 'dropOpened' }),
    step({ type: 'opened', epoch: 1, now: 3 }, 'unlocked', UNLOCKED),
  ]),
  trace('opened-after-damage', 'opened from what was then found damaged', [
    found(0),
    step({ type: 'damaged', code: 'CORRUPT', now: 1 }, 'locked'),
    step({ type: 'opened', epoch: 0, now: 2 }, 'locked', { type: 'dropOpened' }),
  ]),
  trace('opened-absent', 'what was opened is gone by now', [
    found(0),
    step({ type: 'erased', now: 1 }, 'absent', DROP, ERASED),
    step({ type: 'opened', epoch: 1, now: 2 }, 'absent', { type: 'dropOpened' }),
  ]),
  trace('opened-during-prompt', 'opened while a prompt is shown: its callers are answered, its result is not needed', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'opened', epoch: 0, now: 2 }, 'unlocked', UNLOCKED, resolve('a')),
    step(end(3, 'ok'), 'unlocked', { type: 'dropOpened' }),
  ]),
  trace('opened-twice', 'unlocked already: nothing to tell', [
    created(0),
    step({ type: 'opened', epoch: 1, now: 1 }, 'unlocked'),
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
  trace('corrupt', 'damage found before the prompt is shown: callers are told at once, nothing is erased', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'damaged', code: 'CORRUPT', now: 2 }, 'locked', reject('CORRUPT', 'a')),
    step(end(3, 'CORRUPT'), 'locked'),
    step(unlock(4, 'b'), 'unlocking', SHOW),
  ]),
  trace(
    'corrupt-during-prompt',
    'damage found while the prompt is shown: it ends with its own event, its result is discarded',
    [
      found(0),
      step(unlock(1), 'unlocking', SHOW),
      step({ type: 'damaged', code: 'CORRUPT', now: 2 }, 'locked', reject('CORRUPT', 'a')),
      step(unlock(3, 'b'), 'locked', reject('LOCKED', 'b')),
      step(end(4, 'ok'), 'locked', { type: 'dropOpened' }),
      step(unlock(5, 'c'), 'unlocking', SHOW),
    ],
  ),
  trace('rolled-back', 'the same for a rollback', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'damaged', code: 'ROLLED_BACK', now: 2 }, 'locked', reject('ROLLED_BACK', 'a')),
  ]),
  trace('damaged-unlocked', 'damage found while unlocked locks', [
    created(0),
    step({ type: 'damaged', code: 'CORRUPT', now: 1 }, 'locked', DROP, LOCKED),
  ]),
  trace('damaged-open', 'SecureStorage found damaged is locked like any other', [
    step({ type: 'found', vault: 'open', now: 0 }, 'unlocked'),
    step({ type: 'damaged', code: 'CORRUPT', now: 1 }, 'locked', DROP, LOCKED),
  ]),
  trace('damaged-memory', 'what is stored says nothing about a vault in memory', [
    step({ type: 'created', custody: 'memory', now: 0 }, 'unlocked'),
    step({ type: 'damaged', code: 'NOT_FOUND', now: 1 }, 'unlocked'),
  ]),
  trace('damaged-absent', 'nothing was known: nothing to tell', [
    step({ type: 'damaged', code: 'CORRUPT', now: 0 }, 'absent'),
  ]),
  trace('gone-during-prompt', 'erased by another process while a prompt is shown', [
    found(0),
    step(unlock(1), 'unlocking', SHOW),
    step({ type: 'damaged', code: 'NOT_FOUND', now: 2 }, 'absent', DROP, reject('NOT_FOUND', 'a'), ERASED),
    step(end(3, 'ok'), 'absent', { type: 'dropOpened' }),
  ]),
  trace('found-again', 'what the process knows by itself is newer than what was found', [
    created(0),
    step({ type: 'found', vault: 'stored', now: 1 }, 'unlocked'),
    step({ type: 'found', vault: 'absent', now: 2 }, 'unlocked'),
  ]),
  trace('erased-absent', 'erasing what is not there is told too', [
    step({ type: 'erased', now: 0 }, 'absent', DROP, ERASED),
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
  trace('secure-storage-clock-back', 'nor by a clock that went backwards, nor after a prompt', [
    step({ type: 'found', vault: 'open', now: 100 }, 'unlocked'),
    step({ type: 'promptBegin', now: 101 }, 'unlocked'),
    step(pause(102), 'unlocked'),
    step(end(50, 'done'), 'unlocked'),
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
