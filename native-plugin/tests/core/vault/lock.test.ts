import { expect, it, vi } from 'vitest';
import type { CoreHost } from '../../../src/core/ports/core-host.ts';
import type { StateEvent } from '../../../src/core/state/state-event.ts';
import { Lock } from '../../../src/core/vault/lock.ts';

type HostCall = Exclude<keyof CoreHost, 'authenticator' | 'wakeIn' | 'onIdle' | 'onActive'>;

/** A vault that is open, on a host that fails in one of its calls. */
function openVault(failing: HostCall) {
  const calls = { onUnlocked: vi.fn(), onLocked: vi.fn(), onErased: vi.fn() };
  const screen = { cover: vi.fn(), uncover: vi.fn(), uncoverWhenAcknowledged: vi.fn() };
  const host = { ...calls, ...screen, wakeIn: vi.fn(), authenticator: { enterPasscode: vi.fn() } };
  const keeper = {
    ...{ dropKey: vi.fn(), dropOpened: vi.fn(), keepOpened: vi.fn(), forgetLease: vi.fn() },
    ...{ showPrompt: vi.fn(), erase: vi.fn(), markSlotDead: vi.fn() },
  };
  const clock = { now: () => 1000 };
  const lock = new Lock({ clock, host, keeper }, { lockAfter: 0, hideScreen: true });
  lock.dispatch({ type: 'created', custody: 'stored' });
  host[failing].mockImplementation(() => {
    throw new Error(failing);
  });
  return { lock, keeper };
}

it.each<{ call: HostCall; happening: { type: Extract<StateEvent['type'], 'pause' | 'lock'> } }>([
  { call: 'cover', happening: { type: 'pause' } },
  { call: 'onLocked', happening: { type: 'pause' } },
])('drops the key also where the host fails in $call', ({ call, happening }) => {
  const { lock, keeper } = openVault(call);
  expect(() => {
    lock.dispatch(happening);
    lock.begin();
  }).toThrow(call);
  lock.begin();
  expect(lock.state.phase).toBe('locked');
  expect(keeper.dropKey).toHaveBeenCalled();
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
