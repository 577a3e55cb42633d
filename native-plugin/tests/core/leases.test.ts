import { describe, expect, it } from 'vitest';
import { KIND, MODE } from '../../src/core/codec/format-ids.ts';
import { makeWorld, newVault, POLICY, readValues, startProcess, valuesOf, writeWithLease } from './support/world.ts';

describe('a lease minds what it names, and nothing else', () => {
  const leased = async (joint: boolean) => {
    const world = makeWorld();
    const { core } = startProcess(world, { joint });
    await core.create(newVault('1234', { session: '1', other: 'x' }));
    await core.leases.begin('l', ['session', 'id']);
    const elsewhere = startProcess(world, { joint });
    await elsewhere.core.start();
    await elsewhere.core.unlockWith(KIND.appPasscode, '1234');
    return { core, elsewhere: elsewhere.core };
  };

  it.each([true, false])('another key was written, here and elsewhere, then it locked (joint: %s)', async (joint) => {
    const { core, elsewhere } = await leased(joint);
    await core.write(valuesOf({ other: 'y' }));
    await elsewhere.write(valuesOf({ more: 'z' }));
    core.lock();
    expect(await writeWithLease(core, 'l', valuesOf({ session: '2' }))).toBe('ok');
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ session: '2', other: 'y', more: 'z' });
  });

  it('what it names was written, with the same value: unchanged', async () => {
    const { core, elsewhere } = await leased(true);
    await elsewhere.write(valuesOf({ session: '1' }));
    core.lock();
    expect(await writeWithLease(core, 'l', valuesOf({ session: '2' }))).toBe('ok');
  });

  it.each([
    ['changed', valuesOf({ session: '9' })],
    ['removed', new Map([['session', undefined]])],
    ['added', valuesOf({ id: '9' })],
  ] as const)('what it names was %s elsewhere: a conflict, and nothing is written', async (_how, changes) => {
    const { core, elsewhere } = await leased(true);
    await elsewhere.write(changes);
    core.lock();
    expect(await writeWithLease(core, 'l', valuesOf({ session: '2' }))).toBe('conflict');
    expect((await readValues(elsewhere))['session']).not.toBe('2');
  });

  it('where nothing locks, the key may be made again meanwhile', async () => {
    const { core } = startProcess(makeWorld());
    const policy = { ...POLICY, mode: MODE.SecureStorage };
    await core.create({ policy, slots: [{ kind: KIND.device }], values: valuesOf({ session: '1' }) });
    await core.leases.begin('l', ['session']);
    core.lock();
    await core.write(valuesOf({ other: 'x' }));
    expect(await writeWithLease(core, 'l', valuesOf({ session: '2' }))).toBe('ok');
    expect(await readValues(core)).toEqual({ session: '2', other: 'x' });
  });
});
