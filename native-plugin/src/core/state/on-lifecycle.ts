import type { LockState } from './lock-state.ts';
import { isOver, judge } from './locking.ts';
import type { StateEffect } from './state-event.ts';
import { andThen, change, stay, type Step } from './step.ts';

/** How long the cover waits for the app's answer to a lock, milliseconds. */
const COVER_LIMIT = 2000;

export function onPause(state: LockState, now: number): Step {
  if (state.background) return stay(state);
  const duringPrompt = state.prompt !== null;
  // Covering an own prompt would hide it from the person it asks.
  const cover: readonly StateEffect[] = state.hideScreen && !duringPrompt ? [{ type: 'cover' }] : [];
  const paused = change(state, { background: { since: now, duringPrompt, left: false } }, ...cover);
  return andThen(paused, (next) => judge(next, now));
}

export function onResume(state: LockState, now: number): Step {
  const { background, prompt } = state;
  if (!background) return stay(state);
  const stayed = isOver(background.since, Infinity, now) ? Infinity : now - background.since;
  return change(
    state,
    {
      background: null,
      prompt: prompt && { ...prompt, away: Math.max(prompt.away ?? 0, stayed) },
      // A prompt may have caused its own background: prompting again on return would never end.
      mayPrompt: state.mayPrompt || !background.duringPrompt,
    },
    ...uncover(state, background.left),
  );
}

function uncover({ hideScreen }: LockState, left: boolean): readonly StateEffect[] {
  if (!hideScreen) return [];
  return left ? [{ type: 'uncoverWhenAcknowledged', limit: COVER_LIMIT }] : [{ type: 'uncover' }];
}
