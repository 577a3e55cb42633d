import { describe, expect, it } from 'vitest';
import { MODE } from '../../../src/core/codec/format-ids.ts';
import { LIMIT } from '../../../src/core/codec/format-limits.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import { refusalOf } from '../support/outcome.ts';
import { makeWorld, newVault, POLICY, readValues, startProcess, valuesOf } from '../support/world.ts';

const inMemory = { policy: { ...POLICY, mode: MODE.InMemoryOnly }, slots: [], values: valuesOf({ m: '1' }) };

async function unlocked() {
  const world = makeWorld();
  const { core, events } = startProcess(world);
  await core.create(newVault('1234', { a: '1' }));
  return { world, core, events };
}

describe('what the app notices', () => {
  it('covers and uncovers the screen', async () => {
    const { core, events } = await unlocked();
    core.configure({ lockAfter: 5000, hideScreen: true });
    core.notice('deactivate');
    core.notice('activate');
    expect(events).toEqual(['cover', 'uncover']);
  });

  it('shows that somebody is there', async () => {
    const { core, world } = await unlocked();
    core.configure({ lockAfter: 5000, hideScreen: false, idleTimeout: 100_000 });
    for (let minute = 1; minute <= 3; minute++) {
      world.now += 60_000;
      core.notice('activity');
    }
    expect(core.state.phase).toBe('unlocked');
    world.now += 100_000;
    expect(core.state.phase).toBe('locked');
  });
});

describe('a vault in memory', () => {
  const process = async () => {
    const world = makeWorld();
    const { core, events } = startProcess(world);
    await core.create(newVault('1234', { a: '1' }));
    await core.create(inMemory);
    return { world, core, events };
  };

  it('takes the place of what was stored, and a lock erases it', async () => {
    const { world, core, events } = await process();
    expect([world.disk.blobs.size, world.disk.anchors.size]).toEqual([0, 0]);
    expect(await readValues(core)).toEqual({ m: '1' });
    core.lock();
    expect([core.memory, core.state.phase, events]).toEqual([
      undefined,
      'absent',
      ['locked saved=false timeout=false'],
    ]);
  });

  it('is written key by key', async () => {
    const { core } = await process();
    await core.write(valuesOf({ m: '2', n: '3' }));
    expect(await readValues(core)).toEqual({ m: '2', n: '3' });
    await core.write(new Map([['m', undefined]]));
    expect(await readValues(core)).toEqual({ n: '3' });
  });

  it('holds as much as one that is stored, and not a byte more: a write that would pass it changes nothing', async () => {
    const { core } = await process();
    // The count, and the lengths of two keys, their names and values.
    const most = LIMIT.envelope - (4 + 2 * (2 + 1 + 4) + 1);
    const refused = refusalOf(() => core.write(new Map([['n', new Uint8Array(most + 1)]])));
    expect([await refused, await readValues(core)]).toEqual(['LIMIT_EXCEEDED', { m: '1' }]);
    await core.write(new Map([['n', new Uint8Array(most)]]));
    expect((await core.values()).get('n')).toHaveLength(most);
    expect(await refusalOf(() => core.write(valuesOf({ m: '12' })))).toBe('LIMIT_EXCEEDED');
    expect((await core.values()).get('n')).toHaveLength(most);
  });

  it.each([
    { what: 'too much', values: new Map([['m', new Uint8Array(LIMIT.envelope)]]), code: 'LIMIT_EXCEEDED' },
    { what: 'a key that can not be stored', values: valuesOf({ '': '1' }), code: 'INVALID_ARGUMENT' },
  ])('that is given $what leaves what is stored', async ({ values, code }) => {
    const { core } = await unlocked();
    expect(await refusalOf(() => core.create({ ...inMemory, values }))).toBe(code);
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it('has no lease, and is not written with one', async () => {
    const { core } = await process();
    expect(core.state.custody).toBe('memory');
    expect(await refusalOf(() => core.leases.begin('l', ['m']))).toBe('LOCKED');
    expect(await refusalOf(() => core.write(valuesOf({ m: '2' }), { lease: 'l' }))).toBeDefined();
    expect(await readValues(core)).toEqual({ m: '1' });
  });

  it('is not made where what is stored can not be erased', async () => {
    const remove = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'the disk is locked'));
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { a: '1' }));
    const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, blobs: { ...ports.blobs, remove } }) });
    expect(await refusalOf(() => core.create(inMemory))).toBe('TEMPORARILY_UNAVAILABLE');
    expect(core.memory).toBeUndefined();
  });
});

describe('an erasure', () => {
  it('is told once, when it is called', async () => {
    const { core, events } = await unlocked();
    const erased = core.erase();
    expect([core.state.phase, events]).toEqual(['absent', ['erased']]);
    await erased;
    expect([core.state.phase, events]).toEqual(['absent', ['erased']]);
  });

  it('takes with it what was found while it waited for its turn', async () => {
    const { world } = await unlocked();
    const { core, events } = startProcess(world);
    const started = core.start();
    const erased = core.erase();
    expect(await started).toBeDefined();
    await erased;
    expect([core.state.phase, events]).toEqual(['absent', ['erased', 'erased']]);
  });
});
