import { expect, it } from 'vitest';
import type { CoreHost } from '../../../src/core/ports/core-host.ts';
import { tellHost } from '../../../src/core/vault/tell-host.ts';

type HostEffect = Parameters<typeof tellHost>[1];

function listeningHost(hearsOfUse = true) {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) =>
      void calls.push([name, ...given]);
  const host: CoreHost = {
    ...{ onUnlocked: note('onUnlocked'), onLocked: note('onLocked'), onErased: note('onErased') },
    ...(hearsOfUse && { onIdle: note('onIdle'), onActive: note('onActive') }),
    ...{ cover: note('cover'), uncover: note('uncover'), uncoverWhenAcknowledged: note('uncoverWhenAcknowledged') },
    ...{ wakeIn: note('wakeIn'), authenticator: { enterPasscode: () => Promise.resolve(false) } },
  };
  return { host, calls };
}

const effects: readonly { readonly effect: HostEffect; readonly call: readonly unknown[] }[] = [
  {
    effect: { type: 'notifyLocked', saved: true, timeout: false },
    call: ['onLocked', { saved: true, timeout: false }],
  },
  { effect: { type: 'notifyErased' }, call: ['onErased'] },
  { effect: { type: 'notifyIdle', remaining: 30_000 }, call: ['onIdle', 30_000] },
  { effect: { type: 'notifyActive' }, call: ['onActive'] },
  { effect: { type: 'cover' }, call: ['cover'] },
  { effect: { type: 'uncover' }, call: ['uncover'] },
  { effect: { type: 'uncoverWhenAcknowledged', limit: 2000 }, call: ['uncoverWhenAcknowledged', 2000] },
];

it.each(effects)('the host is told $effect.type, and nothing else', ({ effect, call }) => {
  const { host, calls } = listeningHost();
  tellHost(host, effect);
  expect(calls).toEqual([call]);
});

it.each<HostEffect>([{ type: 'notifyIdle', remaining: 1 }, { type: 'notifyActive' }])(
  'a host need not hear $type',
  (effect) => {
    const { host, calls } = listeningHost(false);
    tellHost(host, effect);
    expect(calls).toEqual([]);
  },
);
