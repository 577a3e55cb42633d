import { expect, it } from 'vitest';
import { initialState } from '../../../src/core/state/lock-state.ts';
import { nextDue } from '../../../src/core/state/next-due.ts';
import { reduce } from '../../../src/core/state/reduce.ts';
import type { StateEvent } from '../../../src/core/state/state-event.ts';

// A trace is JSON, which has no infinite number: what is due at once because the clock went backwards is asked for here.
it('a vault that is made in the background after the clock went backwards is due at once, and locks then', () => {
  const events: readonly StateEvent[] = [
    { type: 'pause', now: 10_000 },
    { type: 'tick', now: 0 },
    { type: 'created', custody: 'stored', now: 1 },
  ];
  const state = events.reduce(
    (before, event) => reduce(before, event).state,
    initialState({ lockAfter: 5000, hideScreen: false }),
  );
  expect(state.phase).toBe('unlocked');
  expect(nextDue(state)).toBeLessThanOrEqual(1);
  expect(reduce(state, { type: 'tick', now: 1 }).state.phase).toBe('locked');
});
