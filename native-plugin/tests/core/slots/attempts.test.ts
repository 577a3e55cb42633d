import { describe, expect, it } from 'vitest';
import { KIND, MODE } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import { refusalOf } from '../support/outcome.ts';
import {
  bothSlots,
  makeWorld,
  newVault,
  readValues,
  startProcess,
  storedAnchor,
  storedEnvelope,
  valuesOf,
  withoutMutex,
  writeWithLease,
  type World,
} from '../support/world.ts';

const wrong = (core: ReturnType<typeof startProcess>['core'], passcode = '9999') =>
  refusalOf(() => core.unlockWith(KIND.appPasscode, passcode));

async function worldWith(policy: Parameters<typeof newVault>[2] = {}): Promise<World> {
  const world = makeWorld();
  await startProcess(world).core.create(newVault('1234', { a: '1' }, policy));
  world.guesses = 0;
  return world;
}

/** Past every delay. */
function wait(world: World) {
  world.now += 3_600_000;
}

describe('never more than N guesses', () => {
  it('one after the other: the N-th erases, keys included', async () => {
    const world = await worldWith();
    const { core } = startProcess(world);
    const codes: unknown[] = [];
    for (let attempt = 0; attempt < 7; attempt++) {
      codes.push(await wrong(core));
      wait(world);
    }
    const failed = 'AUTHENTICATION_FAILED';
    expect(codes).toEqual([failed, failed, failed, failed, 'TOO_MANY_ATTEMPTS', 'NOT_FOUND', 'NOT_FOUND']);
    expect([world.guesses, world.ring.size, world.disk.blobs.size, world.disk.anchors.size]).toEqual([5, 0, 0, 0]);
  });

  it('in parallel, in one process', async () => {
    const world = await worldWith();
    const { core } = startProcess(world);
    await Promise.all(Array.from({ length: 20 }, (_, index) => wrong(core, String(5000 + index))));
    expect(world.guesses).toBeLessThanOrEqual(5);
  });

  it('in parallel, in many processes that share the storage', async () => {
    const world = await worldWith();
    for (let round = 0; round < 10; round++) {
      const processes = Array.from({ length: 6 }, () => startProcess(world));
      await Promise.all(processes.map(({ core }, index) => wrong(core, String(5000 + index))));
      wait(world);
    }
    expect(world.guesses).toBeLessThanOrEqual(5);
    expect(world.guesses).toBeGreaterThan(0);
    expect(storedEnvelope(world)).toBeUndefined();
  });

  it.each([NaN, -Infinity])('none during a delay by a clock that reads %d', async (odd) => {
    const world = await worldWith({ wipeAtMax: false });
    const { core } = startProcess(world);
    for (let attempt = 0; attempt < 3; attempt++) await wrong(core);
    world.now = odd;
    await expect(core.unlockWith(KIND.appPasscode, '1234')).rejects.toThrow();
    expect([world.guesses, storedAnchor(world)?.attempts]).toEqual([3, 3]);
  });

  it('with the process killed during each attempt, at every step', async () => {
    for (let crashAt = 0; crashAt < 12; crashAt++) {
      const world = await worldWith();
      for (let attempt = 0; attempt < 8; attempt++) {
        const { core } = startProcess(world, { crashAt });
        await core.unlockWith(KIND.appPasscode, '9999').catch(() => undefined);
        wait(world);
      }
      expect(world.guesses).toBeLessThanOrEqual(5);
    }
  });

  it('killed while the key is derived: counted although it never got an answer', async () => {
    const world = await worldWith();
    for (let attempt = 0; attempt < 5; attempt++) {
      const dying = startProcess(world, {
        adjust: (ports) => ({ ...ports, kdf: { derive: () => Promise.reject(new Error('killed')) } }),
      });
      await expect(dying.core.unlockWith(KIND.appPasscode, '1234')).rejects.toThrow('killed');
      // The next process finds the attempt unfinished: from then on it is a failed one.
      expect(await refusalOf(() => startProcess(world).core.start())).toBe(
        attempt < 4 ? undefined : 'TOO_MANY_ATTEMPTS',
      );
      wait(world);
    }
    expect([world.guesses, world.disk.blobs.size]).toEqual([0, 0]);
  });
});

describe('what never costs an attempt', () => {
  it('an invalid passcode, a delay, a missing key, a slot that is not there', async () => {
    const world = await worldWith();
    const { core } = startProcess(world);
    expect(await wrong(core, '12')).toBe('INVALID_PASSCODE');
    expect(await refusalOf(() => core.unlockWith(KIND.biometric))).toBe('SLOT_NOT_FOUND');
    const prf = [...world.ring].filter(([name]) => name.endsWith('.prf'));
    for (const [name] of prf) world.ring.delete(name);
    expect(await refusalOf(() => core.unlockWith(KIND.appPasscode, '1234'))).toBe('KEY_MISSING');
    expect([storedAnchor(world)?.attempts, world.guesses]).toEqual([0, 0]);
    for (const [name, key] of prf) world.ring.set(name, key);
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it('a cancelled prompt', async () => {
    const world = await worldWith();
    const { core } = startProcess(world, { passcodes: [undefined, ''] });
    await core.start();
    expect([await refusalOf(() => core.unlock()), await refusalOf(() => core.unlock())]).toEqual([
      'USER_CANCELED',
      'USER_CANCELED',
    ]);
    expect(storedAnchor(world)?.attempts).toBe(0);
  });

  it('a device function that gives no answer', async () => {
    const world = await worldWith();
    await wrong(startProcess(world).core);
    const before = world.disk.anchors.values().next().value;
    const failing = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'busy'));
    const { core } = startProcess(world, {
      adjust: (ports) => ({ ...ports, deviceFunction: { ...ports.deviceFunction, evaluate: failing } }),
    });
    expect(await refusalOf(() => core.unlockWith(KIND.appPasscode, '1234'))).toBe('TEMPORARILY_UNAVAILABLE');
    expect(world.disk.anchors.values().next().value).toEqual(before);
  });
});

describe('delays, where nothing is erased', () => {
  it('grow to an hour, from the latest failure, and are judged before anything is checked', async () => {
    const world = await worldWith({ wipeAtMax: false });
    const { core } = startProcess(world);
    for (const seconds of [0, 0, 0, 5, 30, 120, 600, 3600, 3600, 3600]) {
      if (seconds > 0) {
        const { guesses } = world;
        const tooEarly = { code: 'ATTEMPT_DELAYED', retryAfter: seconds * 1000 };
        await expect(core.unlockWith(KIND.appPasscode, '1234')).rejects.toMatchObject(tooEarly);
        world.now += seconds * 1000 - 1;
        await expect(core.unlockWith(KIND.appPasscode, '1234')).rejects.toMatchObject({ ...tooEarly, retryAfter: 1 });
        expect(world.guesses).toBe(guesses);
        world.now += 1;
      }
      expect(await wrong(core)).toBe('AUTHENTICATION_FAILED');
    }
    wait(world);
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it('start over in full when the clock went backwards', async () => {
    const world = await worldWith({ wipeAtMax: false });
    const { core } = startProcess(world);
    for (let attempt = 0; attempt < 3; attempt++) await wrong(core);
    world.now = 10;
    expect(await wrong(core)).toBe('ATTEMPT_DELAYED');
    world.now = 5009;
    expect(await wrong(core)).toBe('ATTEMPT_DELAYED');
    world.now = 5010;
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(storedAnchor(world)).toMatchObject({ attempts: 0, pending: false, delayStart: 0 });
  });
});

describe('the vault itself', () => {
  it('shares one prompt among callers, and prompts again for none of them', async () => {
    const world = await worldWith();
    const { core, events } = startProcess(world, { passcodes: ['1234'] });
    await core.start();
    await Promise.all([core.unlock(), core.unlock({ automatic: true }), core.unlock()]);
    expect([events, world.guesses]).toEqual([['unlocked'], 1]);
  });

  it('keeps nothing of a vault in memory after a lock, and stores nothing', async () => {
    const world = makeWorld();
    const { core, events } = startProcess(world);
    await core.create({
      policy: { ...newVault('1234').policy, mode: MODE.InMemoryOnly },
      slots: [],
      values: valuesOf({ a: '1' }),
    });
    await core.write(valuesOf({ b: '2' }));
    expect(await readValues(core)).toEqual({ a: '1', b: '2' });
    core.lock();
    expect(await refusalOf(() => core.values())).toBe('NOT_FOUND');
    expect([events, world.disk.blobs.size, world.disk.anchors.size, world.ring.size]).toEqual([
      ['locked saved=false timeout=false'],
      0,
      0,
      0,
    ]);
  });

  it('lets a refresh that began while unlocked store its token, and nobody read', async () => {
    const world = makeWorld();
    const { core } = startProcess(world);
    await core.create(newVault('1234', { session: '1', other: 'x' }));
    await core.leases.begin('l', ['session']);
    core.lock();
    expect(await refusalOf(() => core.values())).toBe('LOCKED');
    world.now += 9999;
    expect(await writeWithLease(core, 'l', valuesOf({ session: '2' }))).toBe('ok');
    expect(await refusalOf(() => writeWithLease(core, 'l', valuesOf({ session: '3' })))).toBe('LOCKED');
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ session: '2', other: 'x' });
  });

  it('lets no lease write after its deadline, over another write of the same, or under another name', async () => {
    const world = makeWorld();
    const { core } = startProcess(world);
    await core.create(newVault('1234', { session: '1' }));
    await core.leases.begin('l', ['session']);
    await core.write(valuesOf({ a: '1', session: '1b' }));
    expect(await writeWithLease(core, 'l', valuesOf({ session: '2' }))).toBe('conflict');
    await core.leases.begin('m', ['session']);
    expect(await refusalOf(() => writeWithLease(core, 'm', valuesOf({ a: '2' })))).toBe('INVALID_ARGUMENT');
    await core.leases.begin('n', ['session']);
    core.lock();
    world.now += 10_000;
    expect(await refusalOf(() => writeWithLease(core, 'n', valuesOf({ session: '2' })))).toBe('LOCKED');
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ session: '1b', a: '1' });
  });

  it('refuses a write that another process overtook', async () => {
    const world = makeWorld();
    await startProcess(world, { joint: true }).core.create(bothSlots('1234', { a: '1' }));
    const start = () => startProcess(world, { joint: true, adjust: withoutMutex });
    const [first, second] = [start(), start()];
    for (const { core } of [first, second]) await core.unlockWith(KIND.biometric);
    const results = await Promise.all(
      [first, second].map(({ core }, index) => refusalOf(() => core.write(valuesOf({ [`k${index}`]: '1' })))),
    );
    expect(results.filter((code) => code === 'CONFLICT')).toHaveLength(1);
    expect(Object.keys(await readValues(first.core))).toHaveLength(2);
  });
});
