import { LIMIT } from '../codec/format-limits.ts';
import type { CoreErrorCode } from '../ports/core-error.ts';
import type { LockState } from './lock-state.ts';
import type { StateEffect } from './state-event.ts';
import { andThen, change, stay, type Step } from './step.ts';
import { isOver, isUseOver, rememberUseSetBack, warnIdle } from './use.ts';

/** What is due at this moment: comes before any answer. */
export function judge(state: LockState, now: number): Step {
  return andThen(expireLease(rememberSetBack(state, now), now), (next) =>
    isLockDue(next, now) ? lock(next, now, true) : warnIdle(next, now),
  );
}

/** A prompt keeps the lock waiting, and the clock may have caught up when it ends. */
function rememberSetBack(state: LockState, now: number): LockState {
  const { background } = state;
  const later = rememberUseSetBack(state, now);
  if (!background || !isOver(background.since, Infinity, now)) return later;
  return { ...later, background: { ...background, since: -Infinity } };
}

/** Forgets the key, except what an open lease still needs. */
export function lock(state: LockState, now: number, timeout: boolean): Step {
  const epoch = state.epoch + 1;
  if (state.phase === 'unlocking') {
    const callers = reject(state, 'LOCKED');
    return change(state, { phase: 'locked', epoch, callers: [] }, ...callers);
  }
  // A slot that is being opened without a prompt comes too late now.
  if (state.phase !== 'unlocked') return change(state, { epoch });
  // A vault that anyone can open again has nothing a lock would protect.
  if (state.custody === 'open') return stay(state, { type: 'dropKey' });

  const saved = state.custody === 'stored';
  const lease = state.lease && saved ? { ...state.lease, deadline: now + LIMIT.lease } : null;
  const drop: readonly StateEffect[] = lease ? [] : [{ type: 'dropKey' }];
  const phase = saved ? 'locked' : 'absent';
  const locked = { phase, custody: 'stored', epoch, lease, use: null, ...leaving(state) } as const;
  return change(state, locked, ...drop, { type: 'notifyLocked', saved, timeout });
}

/** The vault is gone, and with it every claim on it. */
export function forget(state: LockState, code: CoreErrorCode, ...effects: readonly StateEffect[]): Step {
  const epoch = state.epoch + 1;
  const nothing = { phase: 'absent', custody: 'stored', callers: [], lease: null, use: null } as const;
  const gone = { ...nothing, epoch, ...leaving(state) };
  return change(state, gone, { type: 'dropKey' }, ...effects, ...reject(state, code), { type: 'notifyErased' });
}

/** Whether nobody is to see the page now. */
export function isOutOfSight({ background, isInactive }: LockState): boolean {
  return background !== null || isInactive;
}

/** Whoever comes back must not see the page that the app was told to leave. */
function leaving(state: LockState): Pick<LockState, 'isLeft'> {
  return { isLeft: state.isLeft || isOutOfSight(state) };
}

export function reject(state: LockState, code: CoreErrorCode): readonly StateEffect[] {
  return state.callers.length > 0 ? [{ type: 'reject', callers: state.callers, code }] : [];
}

/** Whether time may lock it at all. */
export function isTimed({ phase, custody }: LockState): boolean {
  return phase === 'unlocked' && custody !== 'open';
}

function isLockDue(state: LockState, now: number): boolean {
  if (!isTimed(state) || state.prompt) return false;
  return isAwayOver(state, now) || isUseOver(state, now);
}

export function isAwayOver({ background, lockAfter }: LockState, now: number): boolean {
  return background !== null && lockAfter !== null && isOver(background.since, lockAfter, now);
}

function expireLease(state: LockState, now: number): Step {
  const deadline = state.lease?.deadline ?? null;
  if (deadline === null || !isOver(deadline - LIMIT.lease, LIMIT.lease, now)) return stay(state);
  return change(state, { lease: null }, { type: 'dropKey' });
}
