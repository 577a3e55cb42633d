import { initialState, type LockSettings, type Phase } from '../../src/core/state/lock-state.ts';
import { nextDue } from '../../src/core/state/next-due.ts';
import { reduce } from '../../src/core/state/reduce.ts';
import type { StateEffect, StateEvent } from '../../src/core/state/state-event.ts';
import type { VectorCase } from './vector-file.ts';

/** An event, the phase after it, and the effects in their order: written by hand from FORMAT.md §13 to §15. */
export interface TraceStep {
  readonly event: StateEvent;
  readonly phase: Phase;
  readonly effects: readonly StateEffect[];
}

export interface Trace extends VectorCase {
  readonly settings: LockSettings;
  readonly steps: readonly TraceStep[];
}

/** With the moment at which time alone changes something next; the reader in Python finds the same. */
export function withDue(of: Trace) {
  let state = initialState(of.settings);
  const steps = of.steps.map((each) => {
    state = reduce(state, each.event).state;
    return { ...each, due: nextDue(state) };
  });
  return { ...of, steps };
}

export function step(event: StateEvent, phase: Phase, ...effects: readonly StateEffect[]): TraceStep {
  return { event, phase, effects };
}

export function trace(id: string, why: string, steps: readonly TraceStep[]): Trace {
  return { id, why, settings: { lockAfter: 5000, hideScreen: false }, steps };
}

export const found = (now: number) => step({ type: 'found', vault: 'stored', now }, 'locked');
export const created = (now: number) => step({ type: 'created', custody: 'stored', now }, 'unlocked');
export const pause = (now: number): StateEvent => ({ type: 'pause', now });
export const resume = (now: number): StateEvent => ({ type: 'resume', now });
export const tick = (now: number): StateEvent => ({ type: 'tick', now });
export const lock = (now: number): StateEvent => ({ type: 'lock', now });
export const unlock = (now: number, caller = 'a', automatic = false): StateEvent => ({
  type: 'unlock',
  caller,
  automatic,
  now,
});
export const end = (now: number, outcome: Extract<StateEvent, { type: 'promptEnd' }>['outcome']): StateEvent => ({
  type: 'promptEnd',
  outcome,
  now,
});
export const lease = (now: number): StateEvent => ({
  type: 'leaseBegin',
  id: 'l',
  names: ['session'],
  now,
});
export const leaseWrite = (now: number, unchanged = true, names: readonly string[] = ['session']): StateEvent => ({
  type: 'leaseWrite',
  id: 'l',
  names,
  unchanged,
  now,
});

export const SHOW: StateEffect = { type: 'showPrompt' };
export const DROP: StateEffect = { type: 'dropKey' };
export const KEEP: StateEffect = { type: 'keepOpened' };
export const UNLOCKED: StateEffect = { type: 'notifyUnlocked' };
export const ERASED: StateEffect = { type: 'notifyErased' };
export const TIMED_OUT: StateEffect = { type: 'notifyLocked', saved: true, timeout: true };
export const LOCKED: StateEffect = { type: 'notifyLocked', saved: true, timeout: false };
export const GRANTED: StateEffect = { type: 'grantLease', id: 'l' };
export const resolve = (...callers: readonly string[]): StateEffect => ({ type: 'resolve', callers });
export const reject = (
  code: Extract<StateEffect, { type: 'reject' }>['code'],
  ...callers: readonly string[]
): StateEffect => ({ type: 'reject', callers, code });
export const deny = (code: Extract<StateEffect, { type: 'reject' }>['code']): StateEffect => ({
  type: 'denyLease',
  id: 'l',
  code,
});
