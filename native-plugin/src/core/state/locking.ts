import { LIMIT } from '../codec/format-limits.ts';
import type { CoreErrorCode } from '../ports/core-error.ts';
import type { LockState } from './lock-state.ts';
import type { StateEffect } from './state-event.ts';
import { andThen, change, stay, type Step } from './step.ts';

/** What is due at this moment: comes before any answer. */
export function judge(state: LockState, now: number): Step {
  return andThen(expireLease(rememberSetBack(state, now), now), (next) =>
    isLockDue(next, now) ? lock(next, now, true) : stay(next),
  );
}

/** A clock that went backwards counts as over, and so does one that tells nothing a time can be measured with. */
export function isOver(since: number, limit: number, now: number): boolean {
  return !(now >= since && now - since < limit);
}

/** A prompt keeps the lock waiting, and the clock may have caught up when it ends. */
function rememberSetBack(state: LockState, now: number): LockState {
  const { background } = state;
  if (!background || !isOver(background.since, Infinity, now)) return state;
  return { ...state, background: { ...background, since: -Infinity } };
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
  const locked = { phase: saved ? 'locked' : 'absent', custody: 'stored', epoch, lease, ...leaving(state) } as const;
  return change(state, locked, ...drop, { type: 'notifyLocked', saved, timeout });
}

/** The vault is gone, and with it every claim on it. */
export function forget(state: LockState, code: CoreErrorCode, ...effects: readonly StateEffect[]): Step {
  const epoch = state.epoch + 1;
  const gone = { phase: 'absent', custody: 'stored', epoch, callers: [], lease: null, ...leaving(state) } as const;
  return change(state, gone, { type: 'dropKey' }, ...effects, ...reject(state, code), { type: 'notifyErased' });
}

/** Whoever comes back must not see the page that the app was told to leave. */
function leaving({ background }: LockState): Pick<LockState, 'background'> {
  return { background: background && { ...background, left: true } };
}

export function reject(state: LockState, code: CoreErrorCode): readonly StateEffect[] {
  return state.callers.length > 0 ? [{ type: 'reject', callers: state.callers, code }] : [];
}

function isLockDue({ phase, custody, prompt, background, lockAfter }: LockState, now: number): boolean {
  if (phase !== 'unlocked' || custody === 'open' || prompt || !background || lockAfter === null) return false;
  return isOver(background.since, lockAfter, now);
}

function expireLease(state: LockState, now: number): Step {
  const deadline = state.lease?.deadline ?? null;
  if (deadline === null || !isOver(deadline - LIMIT.lease, LIMIT.lease, now)) return stay(state);
  return change(state, { lease: null }, { type: 'dropKey' });
}
