import type { LockSettings, LockState } from './lock-state.ts';
import { isOutOfSight, judge } from './locking.ts';
import type { StateEffect, StateEvent } from './state-event.ts';
import { andThen, change, stay, type Step } from './step.ts';
import { isOver } from './use.ts';

/** How long the cover waits for the app's answer to a lock, milliseconds. */
const COVER_LIMIT = 2000;

type LifecycleEvent = Extract<StateEvent, { type: 'configure' | 'deactivate' | 'activate' | 'pause' | 'resume' }>;

/** What becomes of the app on the screen. */
export function onLifecycle(state: LockState, event: LifecycleEvent): Step {
  switch (event.type) {
    case 'configure':
      return onConfigure(state, event.settings, event.now);
    case 'deactivate':
      return onDeactivate(state);
    case 'activate':
      return onActivate(state);
    case 'pause':
      return onPause(state, event.now);
    case 'resume':
      return onResume(state, event.now);
  }
}

function onPause(state: LockState, now: number): Step {
  if (state.background) return stay(state);
  const duringPrompt = state.prompt !== null;
  const paused = andThen(cover(state), (next) => change(next, { background: { since: now, duringPrompt } }));
  return andThen(paused, (next) => judge(next, now));
}

function onResume(state: LockState, now: number): Step {
  const { background, prompt } = state;
  if (!background) return stay(state);
  const stayed = isOver(background.since, Infinity, now) ? Infinity : now - background.since;
  const resumed = change(state, {
    background: null,
    prompt: prompt && { ...prompt, away: Math.max(prompt.away ?? 0, stayed) },
    // A prompt may have caused its own background: prompting again on return would never end.
    mayPrompt: state.mayPrompt || !background.duringPrompt,
  });
  return andThen(resumed, uncover);
}

/** Locks nothing: a call, a sheet of the system or another window is before the app. */
function onDeactivate(state: LockState): Step {
  return andThen(cover(state), (next) => change(next, { isInactive: true }));
}

function onActivate(state: LockState): Step {
  return state.isInactive ? uncover({ ...state, isInactive: false }) : stay(state);
}

/** The latest settings win. Out of sight, the return would not uncover any more. */
function onConfigure(state: LockState, settings: LockSettings, now: number): Step {
  const { lockAfter, hideScreen, idleTimeout = 0, sessionTimeout = 0 } = settings;
  const isChanged = hideScreen !== state.hideScreen && isOutOfSight(state);
  const effects: readonly StateEffect[] = isChanged ? [{ type: hideScreen ? 'cover' : 'uncover' }] : [];
  const configured = change(state, { lockAfter, hideScreen, idleTimeout, sessionTimeout }, ...effects);
  return andThen(configured, (next) => judge(next, now));
}

/** Also behind an own prompt, which stays above the cover: the system may take a picture of the page at any moment. */
function cover(state: LockState): Step {
  if (isOutOfSight(state)) return stay(state);
  const effects: readonly StateEffect[] = state.hideScreen ? [{ type: 'cover' }] : [];
  return change(state, { isLeft: false }, ...effects);
}

function uncover(state: LockState): Step {
  if (isOutOfSight(state)) return stay(state);
  const uncovering: StateEffect = state.isLeft
    ? { type: 'uncoverWhenAcknowledged', limit: COVER_LIMIT }
    : { type: 'uncover' };
  return change(state, { isLeft: false }, ...(state.hideScreen ? [uncovering] : []));
}
