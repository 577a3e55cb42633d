import { ENROLMENT } from '../codec/format-ids.ts';
import type { LockState, Prompt } from './lock-state.ts';
import { forget, isOver, lock, reject } from './locking.ts';
import type { StateEffect, PromptEnd } from './state-event.ts';
import { andThen, change, stay, type Step } from './step.ts';

export function onUnlock(state: LockState, caller: string, automatic: boolean): Step {
  switch (state.phase) {
    case 'absent':
      return stay(state, { type: 'reject', callers: [caller], code: 'NOT_FOUND' });
    case 'unlocked':
      return stay(state, { type: 'resolve', callers: [caller] });
    case 'unlocking':
      return change(state, { callers: [...state.callers, caller] });
    case 'locked': {
      // Another prompt is on the screen, whose result is discarded: there is never a second one.
      const isRefused = state.prompt !== null || (automatic && !state.mayPrompt);
      if (isRefused) return stay(state, { type: 'reject', callers: [caller], code: 'LOCKED' });
      const prompt: Prompt = { authenticates: true, epoch: state.epoch, away: null };
      return change(state, { phase: 'unlocking', prompt, callers: [caller] }, { type: 'showPrompt' });
    }
  }
}

/** A lock that came meanwhile wins: what was opened is dropped. */
export function onOpened(state: LockState, epoch: number): Step {
  if (epoch !== state.epoch || state.phase === 'absent') return stay(state, { type: 'dropOpened' });
  return state.phase === 'unlocked' ? stay(state) : unlocked(state);
}

export function onPromptBegin(state: LockState): Step {
  if (state.prompt) return stay(state);
  return change(state, { prompt: { authenticates: false, epoch: state.epoch, away: null } });
}

export function onPromptEnd(state: LockState, end: PromptEnd, now: number): Step {
  const { prompt, background } = state;
  if (!prompt) return stay(state);
  const isCanceled = prompt.authenticates && end.outcome === 'USER_CANCELED';
  const ended = { ...state, prompt: null, mayPrompt: state.mayPrompt && !isCanceled };
  // Only the prompt had to stay visible.
  const cover: readonly StateEffect[] = state.hideScreen && background ? [{ type: 'cover' }] : [];
  const isVoid = prompt.epoch !== state.epoch;
  if (!isVoid && prompt.authenticates && end.outcome === 'ok')
    return andThen(stay(ended, ...cover), (next) => onPresent(next, now));
  const answered = andThen(stay(ended, ...cover), (next) => {
    if (isVoid) return onVoidEnd(next, end);
    return next.phase === 'unlocking' ? onFailure(next, end) : stay(next);
  });
  return andThen(answered, (next) => (isAwayTooLong(next, prompt, now) ? lock(next, now, true) : stay(next)));
}

/** Somebody was there at this moment. */
function onPresent(state: LockState, now: number): Step {
  const present = { ...state, background: state.background && { ...state.background, since: now } };
  return state.phase === 'unlocking' ? unlocked(present) : stay(present, { type: 'dropOpened' });
}

/** Nobody waits for it any more. That it erased the vault was told when it did, as `damaged`. */
function onVoidEnd(state: LockState, { outcome }: PromptEnd): Step {
  return outcome === 'ok' ? stay(state, { type: 'dropOpened' }) : stay(state);
}

function unlocked(state: LockState): Step {
  const effects: StateEffect[] = [{ type: 'notifyUnlocked' }];
  if (state.callers.length > 0) effects.push({ type: 'resolve', callers: state.callers });
  const lease = state.lease && { ...state.lease, deadline: null };
  return change(state, { phase: 'unlocked', callers: [], lease, mayPrompt: true }, ...effects);
}

function onFailure(state: LockState, { outcome, enrolment, erases }: PromptEnd): Step {
  const code = outcome === 'ok' || outcome === 'done' ? 'LOCKED' : outcome;
  if (code === 'TOO_MANY_ATTEMPTS') return forget(state, code);
  const isWiped = (code === 'KEY_INVALIDATED' && enrolment === ENROLMENT.wipe) || (code === 'LOCKED_OUT' && erases);
  if (isWiped) return forget(state, code, { type: 'erase' });
  const mark: readonly StateEffect[] = code === 'KEY_INVALIDATED' ? [{ type: 'markSlotDead' }] : [];
  return change(state, { phase: 'locked', callers: [] }, ...mark, ...reject(state, code));
}

function isAwayTooLong(state: LockState, { away }: Prompt, now: number): boolean {
  const { phase, custody, lockAfter, background } = state;
  if (phase !== 'unlocked' || custody === 'open' || lockAfter === null) return false;
  const isStillAway = background !== null && isOver(background.since, lockAfter, now);
  return isStillAway || (away !== null && away >= lockAfter);
}
