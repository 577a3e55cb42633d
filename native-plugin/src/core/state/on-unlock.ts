import { ENROLMENT } from '../codec/format-ids.ts';
import type { LockState, Prompt } from './lock-state.ts';
import { forget, isAwayOver, isTimed, lock, reject } from './locking.ts';
import type { StateEffect, PromptEnd } from './state-event.ts';
import { andThen, change, stay, type Step } from './step.ts';
import { isUseOver, onActivity, warnIdle } from './use.ts';

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
export function onOpened(state: LockState, epoch: number, now: number): Step {
  const isLate = epoch !== state.epoch || state.phase === 'absent' || state.phase === 'unlocked';
  return isLate ? stay(state, { type: 'dropOpened' }) : unlocked(state, now);
}

export function onPromptBegin(state: LockState): Step {
  if (state.prompt) return stay(state);
  return change(state, { prompt: { authenticates: false, epoch: state.epoch, away: null } });
}

export function onPromptEnd(state: LockState, end: PromptEnd, now: number): Step {
  const { prompt } = state;
  if (!prompt) return stay(state);
  const isCanceled = prompt.authenticates && end.outcome === 'USER_CANCELED';
  const ended = { ...state, prompt: null, mayPrompt: state.mayPrompt && !isCanceled };
  const isVoid = prompt.epoch !== state.epoch;
  if (!isVoid && prompt.authenticates && end.outcome === 'ok') return onPresent(ended, now);
  return andThen(onAnswer(ended, isVoid, end), (next) => {
    if (isAwayTooLong(next, prompt, now)) return lock(next, now, true);
    return !isVoid && end.outcome === 'done' ? onActivity(next, now) : warnIdle(next, now);
  });
}

/** Somebody was there at this moment. */
function onPresent(state: LockState, now: number): Step {
  const present = { ...state, background: state.background && { ...state.background, since: now } };
  return state.phase === 'unlocking' ? unlocked(present, now) : stay(present, { type: 'dropOpened' });
}

function onAnswer(state: LockState, isVoid: boolean, end: PromptEnd): Step {
  if (isVoid) return onVoidEnd(state, end);
  return state.phase === 'unlocking' ? onFailure(state, end) : stay(state);
}

/** Nobody waits for it any more. That it erased the vault was told when it did, as `damaged`. */
function onVoidEnd(state: LockState, { outcome }: PromptEnd): Step {
  return outcome === 'ok' ? stay(state, { type: 'dropOpened' }) : stay(state);
}

function unlocked(state: LockState, now: number): Step {
  const effects: StateEffect[] = [{ type: 'keepOpened' }, { type: 'notifyUnlocked' }];
  if (state.callers.length > 0) effects.push({ type: 'resolve', callers: state.callers });
  const lease = state.lease && { ...state.lease, deadline: null };
  const use = { since: now, last: now, isWarned: false };
  return change(state, { phase: 'unlocked', callers: [], lease, mayPrompt: true, use }, ...effects);
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
  if (!isTimed(state)) return false;
  const wasAway = away !== null && state.lockAfter !== null && away >= state.lockAfter;
  return wasAway || isAwayOver(state, now) || isUseOver(state, now);
}
