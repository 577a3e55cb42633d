import type { LockState } from './lock-state.ts';
import type { StateEffect } from './state-event.ts';

export interface Step {
  readonly state: LockState;
  readonly effects: readonly StateEffect[];
}

export function stay(state: LockState, ...effects: readonly StateEffect[]): Step {
  return { state, effects };
}

export function change(state: LockState, changes: Partial<LockState>, ...effects: readonly StateEffect[]): Step {
  return { state: { ...state, ...changes }, effects };
}

/** One step after another, with the effects of both. */
export function andThen(first: Step, next: (state: LockState) => Step): Step {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}
