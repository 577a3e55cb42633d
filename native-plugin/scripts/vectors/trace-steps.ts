import type { LockEffect, LockEvent } from '../../src/core/state/lock-event.ts';
import type { Phase } from '../../src/core/state/lock-state.ts';
import type { VectorCase } from './vector-file.ts';

/** An event, the phase after it, and the effects in their order: written by hand from FORMAT.md §13 to §15. */
export interface TraceStep {
  readonly event: LockEvent;
  readonly phase: Phase;
  readonly effects: readonly LockEffect[];
}

export interface Trace extends VectorCase {
  readonly settings: { readonly lockAfter: number | null; readonly hideScreen: boolean };
  readonly steps: readonly TraceStep[];
}

export function step(event: LockEvent, phase: Phase, ...effects: readonly LockEffect[]): TraceStep {
  return { event, phase, effects };
}

export function trace(id: string, why: string, steps: readonly TraceStep[]): Trace {
  return { id, why, settings: { lockAfter: 5000, hideScreen: false }, steps };
}

export const found = (now: number) => step({ type: 'found', vault: 'stored', now }, 'locked');
export const created = (now: number) => step({ type: 'created', custody: 'stored', now }, 'unlocked');
export const pause = (now: number): LockEvent => ({ type: 'pause', now });
export const resume = (now: number): LockEvent => ({ type: 'resume', now });
export const tick = (now: number): LockEvent => ({ type: 'tick', now });
export const lock = (now: number): LockEvent => ({ type: 'lock', now });
export const unlock = (now: number, caller = 'a', automatic = false): LockEvent => ({
  type: 'unlock',
  caller,
  automatic,
  now,
});
export const end = (now: number, outcome: Extract<LockEvent, { type: 'promptEnd' }>['outcome']): LockEvent => ({
  type: 'promptEnd',
  outcome,
  now,
});
export const lease = (now: number): LockEvent => ({
  type: 'leaseBegin',
  id: 'l',
  names: ['session'],
  generation: 4,
  now,
});
export const leaseWrite = (now: number, generation = 4, names: readonly string[] = ['session']): LockEvent => ({
  type: 'leaseWrite',
  id: 'l',
  names,
  generation,
  now,
});

export const SHOW: LockEffect = { type: 'showPrompt' };
export const DROP: LockEffect = { type: 'dropKey' };
export const UNLOCKED: LockEffect = { type: 'notifyUnlocked' };
export const ERASED: LockEffect = { type: 'notifyErased' };
export const TIMED_OUT: LockEffect = { type: 'notifyLocked', saved: true, timeout: true };
export const LOCKED: LockEffect = { type: 'notifyLocked', saved: true, timeout: false };
export const GRANTED: LockEffect = { type: 'grantLease', id: 'l', generation: 4 };
export const resolve = (...callers: readonly string[]): LockEffect => ({ type: 'resolve', callers });
export const reject = (
  code: Extract<LockEffect, { type: 'reject' }>['code'],
  ...callers: readonly string[]
): LockEffect => ({ type: 'reject', callers, code });
export const deny = (code: Extract<LockEffect, { type: 'reject' }>['code']): LockEffect => ({
  type: 'denyLease',
  id: 'l',
  code,
});
