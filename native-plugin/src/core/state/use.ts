import type { LockState } from './lock-state.ts';
import { change, stay, type Step } from './step.ts';

/** How long before the idle lock the app is warned, at most; never more than half of the time. Milliseconds. */
const WARNING = 30_000;

/** A clock that went backwards counts as over, and so does one that tells nothing a time can be measured with. */
export function isOver(since: number, limit: number, now: number): boolean {
  return !(now >= since && now - since < limit);
}

/** When the app is to be warned, counted from the last use. */
export function warningAfter(idleTimeout: number): number {
  return idleTimeout - Math.min(WARNING, Math.floor(idleTimeout / 2));
}

/** Unlocked for too long, or with nobody there for too long. */
export function isUseOver({ use, idleTimeout, sessionTimeout }: LockState, now: number): boolean {
  if (!use) return false;
  const isIdle = idleTimeout > 0 && isOver(use.last, idleTimeout, now);
  return isIdle || (sessionTimeout > 0 && isOver(use.since, sessionTimeout, now));
}

/** Tells the app, once, that the idle lock is near. */
export function warnIdle(state: LockState, now: number): Step {
  const { phase, custody, prompt, use, idleTimeout } = state;
  if (phase !== 'unlocked' || custody === 'open' || prompt || !use || use.isWarned || idleTimeout === 0)
    return stay(state);
  if (!isOver(use.last, warningAfter(idleTimeout), now)) return stay(state);
  return change(
    state,
    { use: { ...use, isWarned: true } },
    { type: 'notifyIdle', remaining: use.last + idleTimeout - now },
  );
}

/** Somebody is there. */
export function onActivity(state: LockState, now: number): Step {
  const { use } = state;
  if (!use) return stay(state);
  const active = { use: { ...use, last: now, isWarned: false } };
  return use.isWarned ? change(state, active, { type: 'notifyActive' }) : change(state, active);
}

/** A prompt keeps the lock waiting, and the clock may have caught up when it ends. */
export function rememberUseSetBack(state: LockState, now: number): LockState {
  const { use } = state;
  if (!use) return state;
  const remembered = (moment: number): number => (isOver(moment, Infinity, now) ? -Infinity : moment);
  return { ...state, use: { ...use, since: remembered(use.since), last: remembered(use.last) } };
}
