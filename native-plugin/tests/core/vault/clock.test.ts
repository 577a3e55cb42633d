import { describe, expect, it } from 'vitest';
import { initialState, type LockState } from '../../../src/core/state/lock-state.ts';
import { reduce } from '../../../src/core/state/reduce.ts';
import type { StateEvent } from '../../../src/core/state/state-event.ts';
import { lockClock } from '../../../src/web/web-clock.ts';
import { makeWorld, newVault, startProcess } from '../support/world.ts';

/** What a process that has just started comes to by these events. */
const after = (...events: readonly StateEvent[]): LockState =>
  events.reduce((state, event) => reduce(state, event).state, initialState({ lockAfter: 5000, hideScreen: false }));
const created = (now: number): StateEvent => ({ type: 'created', custody: 'stored', now });
const lease = (now: number): StateEvent => ({ type: 'leaseBegin', id: 'l', names: ['a'], now });

/** The web's clock tells -Infinity each time that it was set back; these aren't in the vectors, for JSON has none of them. */
describe.each([-Infinity, NaN, Infinity])('a clock that reads %d', (odd) => {
  it.each([
    { case: 'all the time', since: odd, now: odd },
    { case: 'at the pause', since: odd, now: 1001 },
    { case: 'later', since: 1000, now: odd },
  ])('$case: the time to lock is over', ({ since, now }) => {
    const { phase } = after(created(1000), { type: 'pause', now: since }, { type: 'tick', now });
    expect(phase).toBe('locked');
  });

  it.each([
    { case: 'all the time', since: odd, now: odd },
    { case: 'at the lock', since: odd, now: 1001 },
    { case: 'later', since: 1000, now: odd },
  ])('$case: a lease is over', ({ since, now }) => {
    const state = after(created(1000), lease(1000), { type: 'lock', now: since }, { type: 'tick', now });
    expect(state.lease).toBeNull();
  });

  it.each([
    { case: 'all the time', since: odd, now: odd },
    { case: 'at the pause', since: odd, now: 1001 },
    { case: 'on return', since: 1000, now: odd },
  ])('$case: who was away during a prompt was away too long', ({ since, now }) => {
    const away = [created(1000), { type: 'promptBegin', now: 1000 }, { type: 'pause', now: since }] as const;
    const state = after(...away, { type: 'resume', now }, { type: 'promptEnd', outcome: 'done', now: 1001 });
    expect(state.phase).toBe('locked');
  });
});

it.each([
  { when: 'in the foreground: no stay was measured by it', inForeground: -5, inBackground: 100, phase: 'unlocked' },
  { when: 'in the background: how long that was is not known', inForeground: 100, inBackground: -5, phase: 'locked' },
])("the web's clock set back $when", async ({ inForeground, inBackground, phase }) => {
  let wall = 1000;
  const clock = lockClock(
    () => wall,
    () => 0,
  );
  const { core } = startProcess(makeWorld(), { adjust: (ports) => ({ ...ports, lockClock: clock }) });
  await core.create(newVault('1234'));
  wall += inForeground;
  core.pause();
  wall += inBackground;
  core.resume();
  expect(core.state.phase).toBe(phase);
});
