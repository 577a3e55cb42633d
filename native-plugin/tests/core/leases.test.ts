import { describe, expect, it } from 'vitest';
import { KIND, MODE } from '../../src/core/codec/format-ids.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { CoreVault } from '../../src/core/vault/core-vault.ts';
import { refusalOf } from './support/outcome.ts';
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

  it('where nothing locks, the key is made again for the write itself', async () => {
    const { core } = startProcess(makeWorld());
    const policy = { ...POLICY, mode: MODE.SecureStorage };
    await core.create({ policy, slots: [{ kind: KIND.device }], values: valuesOf({ session: '1' }) });
    await core.leases.begin('l', ['session']);
    core.lock();
    expect(await writeWithLease(core, 'l', valuesOf({ session: '2' }))).toBe('ok');
    expect(await readValues(core)).toEqual({ session: '2' });
  });

  it.each([true, false])('also of an unlocked vault (joint: %s)', async (joint) => {
    const { core } = await leased(joint);
    // From here on it can be written without a turn.
    await core.write(valuesOf({ more: 'z' }));
    const write = () => core.write(valuesOf({ other: 'y' }), { lease: 'l' });
    expect(await refusalOf(write)).toBe('INVALID_ARGUMENT');
    expect(await refusalOf(write)).toBe('LOCKED');
    expect(await readValues(core)).toEqual({ session: '1', other: 'x', more: 'z' });
  });

  it('a name that can be none does not use it up', async () => {
    const { core } = await leased(true);
    const none = new Map([['', undefined]]);
    expect(await refusalOf(() => core.write(none))).toBe('INVALID_ARGUMENT');
    expect(await refusalOf(() => core.write(none, { lease: 'l' }))).toBe('INVALID_ARGUMENT');
    expect(await writeWithLease(core, 'l', valuesOf({ session: '2' }))).toBe('ok');
  });
});

describe('a lease', () => {
  const unlocked = async () => {
    const world = makeWorld();
    const decrypted = { count: 0 };
    const { core } = startProcess(world, {
      adjust: (ports) => ({
        ...ports,
        aead: {
          ...ports.aead,
          open: (...asked) => {
            decrypted.count += 1;
            return ports.aead.open(...asked);
          },
        },
      }),
    });
    await core.create(newVault('1234', { session: '1' }));
    return { world, core, decrypted };
  };
  const write = (core: CoreVault, lease: string) => refusalOf(() => core.write(valuesOf({ session: '2' }), { lease }));

  it('is given up by who has it, and by nobody else', async () => {
    const { core } = await unlocked();
    await core.leases.begin('l', ['session']);
    core.leases.end('other');
    expect(await refusalOf(() => core.leases.begin('m', ['session']))).toBe('CONFLICT');
    core.leases.end('l');
    expect(await write(core, 'l')).toBe('LOCKED');
    await core.leases.begin('m', ['session']);
    expect(await write(core, 'm')).toBeUndefined();
  });

  it('that is over lets nobody decrypt what it named', async () => {
    const { world, core, decrypted } = await unlocked();
    await core.leases.begin('l', ['session']);
    core.lock();
    world.now += 10_000;
    decrypted.count = 0;
    expect(await write(core, 'l')).toBe('LOCKED');
    expect(decrypted.count).toBe(0);
  });

  it('is refused by the lock before anybody looks at what is stored', async () => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { session: '1' }));
    const reads = { isBroken: false };
    const { core } = startProcess(world, {
      adjust: (ports) => ({
        ...ports,
        anchors: {
          ...ports.anchors,
          read: (name) =>
            reads.isBroken
              ? Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'the disk is locked'))
              : ports.anchors.read(name),
        },
      }),
    });
    await core.start();
    reads.isBroken = true;
    expect(await refusalOf(() => core.leases.begin('l', ['session']))).toBe('LOCKED');
  });
});
