/* eslint-disable max-lines -- a table of cases: its length is data, not logic */
import type { LockEffect } from '../../src/vault-core/state/lock-event.ts';
import type { Trace } from './trace-steps.ts';
import {
  created,
  deny,
  DROP,
  end,
  ERASED,
  found,
  GRANTED,
  lease,
  leaseWrite,
  lock,
  LOCKED,
  pause,
  reject,
  resolve,
  SHOW,
  step,
  tick,
  TIMED_OUT,
  trace,
  unlock,
  UNLOCKED,
} from './trace-steps.ts';

const WRITE: LockEffect = { type: 'writeWithLease', id: 'l' };
const granted = (now: number) => step(lease(now), 'unlocked', GRANTED);

/** FORMAT.md §13. */
export const leaseTraces: readonly Trace[] = [
  trace('lease', 'written while unlocked; used once', [
    created(0),
    granted(1),
    step(leaseWrite(2), 'unlocked', WRITE),
    step(leaseWrite(3), 'unlocked', deny('LOCKED')),
  ]),
  trace('lease-over-timeout', 'a lock by time keeps the key for the lease; the write drops it', [
    created(0),
    granted(1),
    step(pause(2), 'unlocked'),
    step(tick(5002), 'locked', TIMED_OUT),
    step(leaseWrite(6000), 'locked', WRITE, DROP),
  ]),
  trace('lease-over-lock-out', 'so does lockOut', [
    created(0),
    granted(1),
    step(lock(2), 'locked', LOCKED),
    step(leaseWrite(3), 'locked', WRITE, DROP),
    step(leaseWrite(4), 'locked', deny('LOCKED')),
  ]),
  trace('lease-no-read', 'during the lease the vault is locked for everything else', [
    created(0),
    granted(1),
    step(lock(2), 'locked', LOCKED),
    step(unlock(3), 'unlocking', SHOW),
    step(end(4, 'USER_CANCELED'), 'locked', reject('USER_CANCELED', 'a')),
    step(leaseWrite(5), 'locked', WRITE, DROP),
  ]),
  trace('lease-last-moment', 'one millisecond before the deadline', [
    created(0),
    granted(1),
    step(lock(100), 'locked', LOCKED),
    step(leaseWrite(10_099), 'locked', WRITE, DROP),
  ]),
  trace('lease-expired', '10 s after the lock the key goes', [
    created(0),
    granted(1),
    step(lock(100), 'locked', LOCKED),
    step(tick(10_100), 'locked', DROP),
    step(leaseWrite(10_101), 'locked', deny('LOCKED')),
  ]),
  trace('lease-expired-by-write', 'the write itself comes too late', [
    created(0),
    granted(1),
    step(lock(100), 'locked', LOCKED),
    step(leaseWrite(10_100), 'locked', DROP, deny('LOCKED')),
  ]),
  trace('lease-clock-back', 'a clock before the lock counts as over', [
    created(200),
    granted(201),
    step(lock(300), 'locked', LOCKED),
    step(tick(299), 'locked', DROP),
  ]),
  trace('lease-conflict', 'the stored generation is another; the lease is used up', [
    created(0),
    granted(1),
    step(leaseWrite(2, 5), 'unlocked', deny('CONFLICT')),
    step(leaseWrite(3), 'unlocked', deny('LOCKED')),
  ]),
  trace('lease-conflict-locked', 'the same while locked: the key goes', [
    created(0),
    granted(1),
    step(lock(2), 'locked', LOCKED),
    step(leaseWrite(3, 5), 'locked', deny('CONFLICT'), DROP),
  ]),
  trace('lease-other-name', 'a key that the lease does not name', [
    created(0),
    granted(1),
    step(leaseWrite(2, 4, ['session', 'other']), 'unlocked', deny('INVALID_ARGUMENT')),
  ]),
  trace('lease-locked', 'never granted while locked', [found(0), step(lease(1), 'locked', deny('LOCKED'))]),
  trace('lease-memory', 'never in memory', [
    step({ type: 'created', custody: 'memory', now: 0 }, 'unlocked'),
    step(lease(1), 'unlocked', deny('LOCKED')),
  ]),
  trace('lease-twice', 'one at a time', [
    created(0),
    granted(1),
    step({ type: 'leaseBegin', id: 'm', names: [], generation: 4, now: 2 }, 'unlocked', {
      type: 'denyLease',
      id: 'm',
      code: 'CONFLICT',
    }),
  ]),
  trace('lease-given-back', 'the refresh failed: the key goes at once', [
    created(0),
    granted(1),
    step(lock(2), 'locked', LOCKED),
    step({ type: 'leaseEnd', id: 'l', now: 3 }, 'locked', DROP),
  ]),
  trace('lease-logout', 'an erasure voids it', [
    created(0),
    granted(1),
    step({ type: 'erased', now: 2 }, 'absent', DROP, ERASED),
    step(leaseWrite(3), 'absent', deny('LOCKED')),
  ]),
  trace('lease-login', 'a new vault voids it', [
    created(0),
    granted(1),
    step({ type: 'created', custody: 'stored', now: 2 }, 'unlocked'),
    step(leaseWrite(3), 'unlocked', deny('LOCKED')),
  ]),
  trace('lease-unlocked-again', 'unlocked again before the deadline: it goes on without one', [
    created(0),
    granted(1),
    step(lock(2), 'locked', LOCKED),
    step(unlock(3), 'unlocking', SHOW),
    step(end(4, 'ok'), 'unlocked', UNLOCKED, resolve('a')),
    step(tick(20_000), 'unlocked'),
    step(leaseWrite(20_001), 'unlocked', WRITE),
  ]),
  trace('lease-damaged-locked', 'damage found while the key is kept for it: the key goes', [
    created(0),
    granted(1),
    step(lock(2), 'locked', LOCKED),
    step({ type: 'damaged', code: 'CORRUPT', now: 3 }, 'locked', DROP),
    step(leaseWrite(4), 'locked', deny('LOCKED')),
  ]),
  trace('lease-login-locked', 'a new vault while the key is kept for it: the new key takes its place', [
    created(0),
    granted(1),
    step(lock(2), 'locked', LOCKED),
    step({ type: 'created', custody: 'stored', now: 3 }, 'unlocked'),
    step(leaseWrite(4), 'unlocked', deny('LOCKED')),
    step(tick(20_000), 'unlocked'),
  ]),
  trace('lease-lock-twice', 'a second lockOut does not move the deadline', [
    created(0),
    granted(1),
    step(lock(100), 'locked', LOCKED),
    step(lock(5000), 'locked'),
    step(tick(10_100), 'locked', DROP),
  ]),
  trace('lease-unknown', 'a lease that was never granted, or is another', [
    created(0),
    granted(1),
    step({ type: 'leaseWrite', id: 'x', names: ['session'], generation: 4, now: 2 }, 'unlocked', {
      type: 'denyLease',
      id: 'x',
      code: 'LOCKED',
    }),
    step({ type: 'leaseEnd', id: 'x', now: 3 }, 'unlocked'),
    step(leaseWrite(4), 'unlocked', WRITE),
  ]),
  trace('lease-fewer-names', 'it need not write all that it names', [
    created(0),
    granted(1),
    step(leaseWrite(2, 4, []), 'unlocked', WRITE),
  ]),
  trace('lease-secure-storage', 'granted where nothing locks, too', [
    step({ type: 'found', vault: 'open', now: 0 }, 'unlocked'),
    granted(1),
    step(leaseWrite(2), 'unlocked', WRITE),
  ]),
  trace('lease-damaged', 'damage voids it', [
    created(0),
    granted(1),
    step({ type: 'damaged', code: 'CORRUPT', now: 2 }, 'locked', DROP, LOCKED),
    step(leaseWrite(3), 'locked', deny('LOCKED')),
  ]),
];
