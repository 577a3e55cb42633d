import { expect, it, vi } from 'vitest';
import { VaultErrorCodes } from '../../../src/index.ts';
import { codeOf } from '../../support/code-of.ts';
import { failuresOf } from '../../support/failures-of.ts';
import { ScriptedNative, settle } from '../../support/native-side/scripted-native.ts';
import { heardOf } from '../../contract/heard.ts';

const LOCKED = 'locked saved=true timeout=false';
const event = (number: number, type = 'unlocked', vault = 'vault') => ({
  number,
  vault,
  type,
  ...(type === 'locked' && { saved: true, timeout: false }),
});

async function listening() {
  const native = new ScriptedNative();
  const vault = await native.open();
  return { native, vault, heard: heardOf(vault) };
}

const acknowledged = ({ heard }: ScriptedNative): unknown[] =>
  heard.filter(({ call }) => call === 'acknowledge').map((message) => message.arguments['event']);

it('each event is told once, in the order of the numbers, and acknowledged', async () => {
  const { native, heard } = await listening();
  await native.tell([event(2, 'locked'), event(1)]);
  await native.tell([event(1), event(2, 'locked'), event(3)]);
  expect(heard).toEqual(['unlocked', LOCKED, 'unlocked']);
  expect(acknowledged(native)).toEqual([1, 2, 3]);
  const polls = native.heard.filter(({ call }) => call === 'events').map((message) => message.arguments['after']);
  expect(polls).toEqual([0, 2, 3]);
});

it('events of vaults that this page never opened are only acknowledged', async () => {
  const { native, heard } = await listening();
  await native.tell([event(1, 'locked', 'another')]);
  expect([heard, acknowledged(native)]).toEqual([[], [1]]);
});

it('an answer waits for the events before it, a rejection too', async () => {
  const { native, vault, heard } = await listening();
  native.answers.lock = ({ id }) => ({ id, events: 1 });
  native.answers.unlock = ({ id }) => {
    throw Object.assign(new Error(), { code: 'AuthFailed', data: { id, events: 2 } });
  };
  const locked = vault.lock().then(() => heard.push('lock answered'));
  const refused = codeOf(vault.unlock()).then((code) => heard.push(code));
  await settle();
  expect(heard).toEqual([]);
  await native.tell([event(1, 'locked')]);
  await locked;
  expect(heard).toEqual([LOCKED, 'lock answered']);
  await native.tell([event(2, 'configured')]);
  await refused;
  expect(heard).toEqual([LOCKED, 'lock answered', 'configured', 'AuthFailed']);
});

it('where events are missing, every vault counts as locked', async () => {
  const { native, heard } = await listening();
  const other = heardOf(await native.open('other'));
  await native.tell([event(1)]);
  await native.tell([event(4)]);
  expect(heard).toEqual(['unlocked', LOCKED, 'configured', 'unlocked']);
  expect(other).toEqual([LOCKED, 'configured']);
  await native.tell([event(5, 'locked')]);
  expect(heard.slice(4)).toEqual([LOCKED]);
});

const BROKEN: readonly { readonly name: string; readonly events: unknown }[] = [
  { name: 'no list', events: { number: 1 } },
  { name: 'none', events: [] },
  { name: 'one without a number', events: [{ vault: 'vault', type: 'unlocked' }] },
  { name: 'one without a vault', events: [{ number: 1, type: 'unlocked' }] },
  { name: 'one of no known type', events: [event(1, 'exploded')] },
  { name: 'a lock that does not say how', events: [{ number: 1, vault: 'vault', type: 'locked' }] },
  { name: 'a half number', events: [event(1.5)] },
  { name: 'too many', events: Array.from({ length: 65 }, (_, index) => event(index + 1)) },
];

it.each(BROKEN)(
  'after an answer with $name every vault counts as locked, and nothing is called any more',
  async ({ events }) => {
    const { native, vault, heard } = await listening();
    native.results.isUnlocked = true;
    native.answers.status = ({ id }) => ({ id, events: 1, result: {} });
    expect(await vault.isUnlocked()).toBe(true);
    native.answers.lock = ({ id }) => ({ id, events: 9 });
    const waiting = codeOf(vault.lock());
    await native.tell(events);
    expect(await waiting).toBe('VaultUnavailable');
    expect(heard).toEqual([LOCKED, 'configured']);
    expect(await codeOf(vault.isUnlocked())).toBe('VaultUnavailable');
  },
);

it('so it is where native refuses to tell', async () => {
  const { native, vault, heard } = await listening();
  await native.failEvents(Object.assign(new Error(), { code: 'UNIMPLEMENTED' }));
  expect(heard).toEqual([LOCKED, 'configured']);
  await expect(vault.isUnlocked()).rejects.toMatchObject({ code: VaultErrorCodes.VaultUnavailable });
});

it('a lock is acknowledged when every listener has settled; what one fails with is reported, and stops no other', async () => {
  const unhandled = failuresOf('unhandledRejection');
  const uncaught = failuresOf('uncaughtException');
  const { native, vault } = await listening();
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => (leave = resolve));
  const nothing = { onUnlock: () => undefined, onConfig: () => undefined };
  vault.subscribe({
    ...nothing,
    onLock: () => {
      throw new Error('at once');
    },
  });
  vault.subscribe({ ...nothing, onLock: () => Promise.reject(new Error('later')) });
  const onLock = vi.fn(() => left);
  vault.subscribe({ ...nothing, onLock });

  await native.tell([event(1, 'locked')]);
  expect([onLock.mock.calls, acknowledged(native)]).toEqual([[[{ saved: true, timeout: false }]], []]);
  leave();
  await settle();
  expect(acknowledged(native)).toEqual([1]);
  await settle();
  expect([unhandled.seen, uncaught.seen]).toMatchObject([[{ message: 'later' }], [{ message: 'at once' }]]);
  unhandled.stop();
  uncaught.stop();
});
