import { describe, expect, it } from 'vitest';
import { KIND, MODE } from '../../src/core/codec/format-ids.ts';
import { refusalOf } from './support/outcome.ts';
import {
  makeWorld,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  startProcess,
  valuesOf,
  writeWithLease,
} from './support/world.ts';

const secureStorage = (value: string) => ({
  policy: { ...POLICY, mode: MODE.SecureStorage },
  slots: [{ kind: KIND.device } as const],
  values: valuesOf({ a: value }),
});

/** Browser tabs: several processes over the same storage. */
describe.each([{ joint: true }, { joint: false }])('two processes, joint store: $joint', ({ joint }) => {
  const start = () => {
    const world = makeWorld();
    return { a: startProcess(world, { joint }), b: startProcess(world, { joint }) };
  };

  it('see what the other one wrote', async () => {
    const { a, b } = start();
    await a.core.create(newVault('1234', { a: '1' }));
    await b.core.start();
    await b.core.unlockWith(KIND.appPasscode, '1234');
    await b.core.write(valuesOf({ b: '2' }));
    expect(await readValues(a.core)).toEqual({ a: '1', b: '2' });
  });

  it('one re-keys: the other one is locked, which is no damage, and opens with the new passcode', async () => {
    const { a, b } = start();
    await a.core.create(newVault('1234', { a: '1' }));
    await b.core.start();
    await b.core.unlockWith(KIND.appPasscode, '1234');
    await b.core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('5678')] });

    expect(await refusalOf(() => a.core.values())).toBe('LOCKED');
    expect(a.events).toEqual(['locked saved=true timeout=false']);
    expect(await refusalOf(() => a.core.unlockWith(KIND.appPasscode, '1234'))).toBe('AUTHENTICATION_FAILED');
    await a.core.unlockWith(KIND.appPasscode, '5678');
    expect(await readValues(a.core)).toEqual({ a: '1' });
  });

  it('one logs in anew: the other one is locked', async () => {
    const { a, b } = start();
    await a.core.create(newVault('1234', { a: '1' }));
    await b.core.create(newVault('5678', { a: '2' }));
    expect(await refusalOf(() => a.core.write(valuesOf({ b: '2' })))).toBe('LOCKED');
    expect(await readValues(b.core)).toEqual({ a: '2' });
  });

  it.each([
    { name: 'stored', vault: newVault('5678', { a: '2' }) },
    {
      name: 'in memory',
      vault: { policy: { ...POLICY, mode: MODE.InMemoryOnly }, slots: [], values: valuesOf({ a: '2' }) },
    },
  ])('a first vault, $name, does not take the place of what the other one made meanwhile', async ({ vault }) => {
    const { a, b } = start();
    expect(await a.core.start()).toBeUndefined();
    await b.core.create(newVault('1234', { a: '1' }));
    expect(await refusalOf(() => a.core.create(vault, { replaces: false }))).toBe('CONFLICT');
    expect(await readValues(b.core)).toEqual({ a: '1' });
    expect(a.core.state.phase).toBe('locked');
  });

  it('SecureStorage: what the other one made is opened without anybody being asked', async () => {
    const { a, b } = start();
    await a.core.create(secureStorage('1'));
    expect(await readValues(a.core)).toEqual({ a: '1' });
    await b.core.create(secureStorage('2'));
    expect(await readValues(a.core)).toEqual({ a: '2' });
    expect(a.events).toEqual([]);
  });

  it('the other one puts a passcode before it, and takes it away again', async () => {
    const { a, b } = start();
    await a.core.create(secureStorage('1'));
    await b.core.start();
    await b.core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('1234')] });
    expect(await refusalOf(() => a.core.values())).toBe('LOCKED');
    expect(a.events).toEqual(['locked saved=true timeout=false']);

    const { policy, slots } = secureStorage('1');
    await b.core.rekey({ policy, keep: [], create: slots });
    await a.core.start();
    expect(await readValues(a.core)).toEqual({ a: '1' });
  });

  it('a lease over a re-key elsewhere is a conflict, and writes nothing', async () => {
    const { a, b } = start();
    await a.core.create(newVault('1234', { a: '1' }));
    await a.core.leases.begin('l', ['a']);
    await b.core.start();
    await b.core.unlockWith(KIND.appPasscode, '1234');
    await b.core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('5678')] });
    expect(await writeWithLease(a.core, 'l', valuesOf({ a: '2' }))).toBe('conflict');
    expect(await readValues(b.core)).toEqual({ a: '1' });
  });

  it('a read over a re-key elsewhere finds the vault locked, also while a lease keeps the old key', async () => {
    const { a, b } = start();
    await a.core.create(newVault('1234', { a: '1' }));
    await a.core.leases.begin('l', ['a']);
    await b.core.start();
    await b.core.unlockWith(KIND.appPasscode, '1234');
    await b.core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('5678')] });
    expect(await refusalOf(() => a.core.values())).toBe('LOCKED');
    expect(a.events).toEqual(['locked saved=true timeout=false']);
  });
});
