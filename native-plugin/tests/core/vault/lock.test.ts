import { expect, it } from 'vitest';
import type { CoreHost } from '../../../src/core/ports/core-host.ts';
import type { StateEvent } from '../../../src/core/state/state-event.ts';
import { Lock } from '../../../src/core/vault/lock.ts';

type HostCall = Exclude<keyof CoreHost, 'authenticator' | 'wakeIn' | 'onIdle' | 'onActive'>;

/** A vault that is open, on a host that fails in one of its calls. */
function openVault(failing: HostCall) {
  const done: string[] = [];
  const call = (name: string) => () => {
    done.push(name);
    if (name === failing && lock.state.phase !== 'absent') throw new Error(name);
  };
  const calls = { onUnlocked: call('onUnlocked'), onLocked: call('onLocked'), onErased: call('onErased') };
  const screen = {
    ...{ cover: call('cover'), uncover: call('uncover') },
    uncoverWhenAcknowledged: call('uncoverWhenAcknowledged'),
  };
  const host = {
    ...{ ...calls, ...screen, authenticator: { enterPasscode: () => Promise.resolve(false) } },
    wakeIn: call('wakeIn'),
  };
  const keeper = {
    ...{ dropKey: call('dropKey'), dropOpened: call('dropOpened'), keepOpened: call('keepOpened') },
    ...{ forgetLease: call('forgetLease'), showPrompt: call('showPrompt'), erase: call('erase') },
    markSlotDead: call('markSlotDead'),
  };
  const clock = { now: () => 1000 };
  const lock: Lock = new Lock({ clock, host, keeper }, { lockAfter: 0, hideScreen: true });
  lock.dispatch({ type: 'created', custody: 'stored' });
  return { lock, done };
}

it.each<{ call: HostCall; happening: { type: Extract<StateEvent['type'], 'pause' | 'lock'> } }>([
  { call: 'cover', happening: { type: 'pause' } },
  { call: 'onLocked', happening: { type: 'pause' } },
])('drops the key also where the host fails in $call', ({ call, happening }) => {
  const { lock, done } = openVault(call);
  expect(() => {
    lock.dispatch(happening);
    lock.begin();
  }).toThrow(call);
  lock.begin();
  expect(lock.state.phase).toBe('locked');
  expect(done).toContain('dropKey');
});

it('answers a lease itself, as it answers an unlock', async () => {
  const { lock } = openVault('uncover');
  const begin = { type: 'leaseBegin', names: ['a'] } as const;
  const write = { type: 'leaseWrite', names: ['a'], unchanged: true } as const;
  await expect(lock.lease({ ...begin, id: '1' })).resolves.toBeUndefined();
  await expect(lock.lease({ ...begin, id: '2' })).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(lock.lease({ ...write, id: '2' })).rejects.toMatchObject({ code: 'LOCKED' });
  await expect(lock.lease({ ...write, id: '1' })).resolves.toBeUndefined();
  await expect(lock.lease({ ...write, id: '1' })).rejects.toMatchObject({ code: 'LOCKED' });
  await expect(lock.unlock(false)).resolves.toBeUndefined();
});
