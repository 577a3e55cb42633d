import { expect, it } from 'vitest';
import { gate } from '../support/gate.ts';
import { loneLock } from '../support/lone-lock.ts';

/** A prompt that does not authenticate, such as for a new passcode. FORMAT.md §15.4. */
it('is shown until it is answered, and what it was answered with is passed on', async () => {
  const { lock } = loneLock();
  const person = gate();
  const asked = lock.asking(() => person.passed.then(() => 'a new passcode'));
  await Promise.resolve();
  expect(lock.state.prompt).toEqual({ authenticates: false, epoch: 1, away: null });
  person.open();
  expect(await asked).toBe('a new passcode');
  expect(lock.state.prompt).toBeNull();
});

it('is over when it failed, too', async () => {
  const { lock } = loneLock();
  await expect(lock.asking(() => Promise.reject(new Error('the page went away')))).rejects.toThrow('went away');
  expect(lock.state.prompt).toBeNull();
});

it('keeps the lock waiting: how long the person was away is judged when it ends', async () => {
  const { lock, clock } = loneLock({ lockAfter: 5000 });
  await lock.asking(() => {
    lock.dispatch({ type: 'pause' });
    clock.at += 6000;
    lock.dispatch({ type: 'resume' });
    expect(lock.state.phase).toBe('unlocked');
    return Promise.resolve();
  });
  expect(lock.state.phase).toBe('locked');
});

it('says with its answer that somebody is there', async () => {
  const { lock, clock, timer } = loneLock({ idleTimeout: 100_000 });
  await lock.asking(() => {
    clock.at += 60_000;
    return Promise.resolve();
  });
  expect(timer.in).toBe(70_000);
});

it('within another one ends nothing but itself', async () => {
  const { lock } = loneLock();
  await lock.asking(async () => {
    expect(await lock.asking(() => Promise.resolve('inner'))).toBe('inner');
    expect(lock.state.prompt).not.toBeNull();
  });
  expect(lock.state.prompt).toBeNull();
});
