import type { LockState } from './lock-state.ts';
import { forget, judge, lock, reject } from './locking.ts';
import { onLeaseBegin, onLeaseEnd, onLeaseWrite } from './on-lease.ts';
import { onLifecycle } from './on-lifecycle.ts';
import { onOpened, onPromptBegin, onPromptEnd, onUnlock } from './on-unlock.ts';
import type { StateEffect, StateEvent } from './state-event.ts';
import { isDamage } from '../ports/core-error.ts';
import { andThen, change, stay, type Step } from './step.ts';
import { onActivity } from './use.ts';

/**
 * The vault's lock as a pure function: what an event changes, and what is to be done about it.
 * FORMAT.md §13 to §15; `vectors/state-machine.json` has traces that every implementation runs.
 */
export function reduce(state: LockState, event: StateEvent): Step {
  return andThen(judge(state, event.now), (next) => apply(next, event));
}

function apply(state: LockState, event: StateEvent): Step {
  switch (event.type) {
    case 'tick':
      return stay(state);
    case 'found':
      return onFound(state, event.vault, event.now);
    case 'created':
      return onCreated(state, event.custody, event.now);
    case 'erased':
      return forget(state, 'NOT_FOUND');
    case 'damaged':
      return onDamaged(state, event);
    case 'activity':
      return onActivity(state, event.now);
    case 'configure':
    case 'deactivate':
    case 'activate':
    case 'pause':
    case 'resume':
      return onLifecycle(state, event);
    case 'lock':
      return lock(state, event.now, false);
    case 'unlock':
      return onUnlock(state, event.caller, event.automatic);
    case 'opened':
      return onOpened(state, event.epoch, event.now);
    case 'promptBegin':
      return onPromptBegin(state);
    case 'promptEnd':
      return onPromptEnd(state, event, event.now);
    case 'leaseBegin':
      return onLeaseBegin(state, event);
    case 'leaseWrite':
      return onLeaseWrite(state, event);
    case 'leaseEnd':
      return onLeaseEnd(state, event.id);
  }
}

/** What a process did itself is newer; but whether a vault locks at all may have been changed by another one. */
function onFound(state: LockState, vault: 'absent' | 'stored' | 'open', now: number): Step {
  const { phase, custody } = state;
  if (vault === 'open' && (phase === 'absent' || phase === 'locked'))
    return change(state, { phase: 'unlocked', custody: 'open' });
  if (vault === 'stored' && phase === 'absent') return change(state, { phase: 'locked', custody: 'stored' });
  if (vault === 'stored' && phase === 'unlocked' && custody === 'open')
    return lock({ ...state, custody: 'stored' }, now, false);
  return stay(state);
}

/** What was begun for the vault that is replaced is not answered by the new one. */
function onCreated(state: LockState, custody: LockState['custody'], now: number): Step {
  const use = { since: now, last: now, isWarned: false };
  const fresh = { callers: [], lease: null, mayPrompt: true, epoch: state.epoch + 1, use };
  const created = { phase: 'unlocked', custody, ...fresh } as const;
  return change(state, created, ...reject(state, 'LOCKED'));
}

function onDamaged(state: LockState, event: Extract<StateEvent, { type: 'damaged' }>): Step {
  // Not being able to look now says nothing about what is stored.
  if (state.phase === 'absent' || state.custody === 'memory' || !isDamage(event.code)) return stay(state);
  if (event.code === 'NOT_FOUND' || event.code === 'TOO_MANY_ATTEMPTS') return forget(state, event.code);
  if (state.phase === 'unlocked') return lock({ ...state, lease: null, custody: 'stored' }, event.now, false);
  const drop: readonly StateEffect[] = state.lease ? [{ type: 'dropKey' }] : [];
  const closed = { phase: 'locked', epoch: state.epoch + 1, callers: [], lease: null, use: null } as const;
  return change(state, closed, ...drop, ...reject(state, event.code));
}
