import { expect, it } from 'vitest';
import type { CoreHost } from '../../../src/core/ports/core-host.ts';
import type { Happening } from '../../../src/core/vault/happening.ts';
import { loneLock } from '../support/lone-lock.ts';

type HostCall = Exclude<keyof CoreHost, 'authenticator' | 'wakeIn' | 'onIdle' | 'onActive'>;

/** A lock on a host that fails in one of its calls. */
function failingHost(name: HostCall) {
  const failing = {
    [name]: () => {
      throw new Error(name);
    },
  };
  return loneLock({ lockAfter: 0, hideScreen: true }, failing);
}

it.each(['cover', 'onLocked'] as const)('drops the key also where the host fails in %s, and tells of that', (call) => {
  const { lock, done } = failingHost(call);
  const failures: unknown[] = [];
  try {
    lock.dispatch({ type: 'pause' });
  } catch (error) {
    failures.push(error);
  }
  expect(failures).toEqual([new Error(call)]);
  expect(lock.state.phase).toBe('locked');
  expect(done).toContain('dropKey');
});

it('tells of the first failure where there are more', () => {
  const fails = (name: string) => () => {
    throw new Error(name);
  };
  const { lock } = loneLock({ lockAfter: 0, hideScreen: true }, { cover: fails('cover'), onLocked: fails('locked') });
  expect(() => {
    lock.dispatch({ type: 'pause' });
  }).toThrow('cover');
});

it('answers a lease itself, as it answers an unlock', async () => {
  const { lock } = loneLock();
  const begin = { type: 'leaseBegin', names: ['a'] } as const;
  const write = { type: 'leaseWrite', names: ['a'], unchanged: true } as const;
  await expect(lock.lease({ ...begin, id: '1' })).resolves.toBeUndefined();
  await expect(lock.lease({ ...begin, id: '2' })).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(lock.lease({ ...write, id: '2' })).rejects.toMatchObject({ code: 'LOCKED' });
  await expect(lock.lease({ ...write, id: '1' })).resolves.toBeUndefined();
  await expect(lock.lease({ ...write, id: '1' })).rejects.toMatchObject({ code: 'LOCKED' });
  await expect(lock.unlock(false)).resolves.toBeUndefined();
});

it.each<Happening>([
  { type: 'unlock', caller: 'nobody', automatic: false },
  { type: 'leaseBegin', id: 'nobody', names: [] },
  { type: 'leaseWrite', id: 'nobody', names: [], unchanged: true },
])('an answer that nobody waits for goes nowhere: $type', (happening) => {
  const { lock } = loneLock();
  lock.dispatch(happening);
  lock.dispatch({ type: 'lock' });
  lock.dispatch({ ...happening });
  expect(lock.state.callers).toEqual(happening.type === 'unlock' ? ['nobody'] : []);
  lock.dispatch({ type: 'erased' });
  expect(lock.state.callers).toEqual([]);
});

it('what was opened too late is let go', () => {
  const { lock, done } = loneLock();
  lock.dispatch({ type: 'opened', epoch: 0 });
  expect(done).toEqual(['dropOpened']);
});

it('as long as there is a lease it is not forgotten, and then it is', async () => {
  const { lock, lease } = loneLock();
  await lock.lease({ type: 'leaseBegin', id: 'l', names: ['a'] });
  const { forgotten } = lease;
  lock.dispatch({ type: 'lock' });
  lock.begin();
  expect(lease.forgotten).toBe(forgotten);
  lock.dispatch({ type: 'leaseEnd', id: 'l' });
  expect(lease.forgotten).toBe(forgotten + 1);
});

it('drops the key also where no timer can be set, and asks for one again with the next event', () => {
  const timer = { fails: false, asked: [] as (number | null)[] };
  const wakeIn = (milliseconds: number | null) => {
    timer.asked.push(milliseconds);
    if (timer.fails) throw new Error('no timer');
  };
  const { lock, clock, done } = loneLock({ lockAfter: 5000, idleTimeout: 100_000 }, { wakeIn });
  timer.fails = true;
  clock.at += 10_000;
  expect(() => {
    lock.dispatch({ type: 'activity' });
  }).toThrow('no timer');
  timer.fails = false;
  lock.begin();
  timer.fails = true;
  expect(timer.asked).toEqual([70_000, 70_000, 70_000]);
  expect(() => {
    lock.dispatch({ type: 'lock' });
  }).toThrow('no timer');
  expect([lock.state.phase, done]).toEqual(['locked', ['dropKey', 'locked']]);
});
