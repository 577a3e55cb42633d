import { describe, expect, it } from 'vitest';
import { KIND, MODE } from '../../../src/core/codec/format-ids.ts';
import type { CorePorts } from '../../../src/core/ports/ports.ts';
import type { CoreVault } from '../../../src/core/vault/core-vault.ts';
import { refusalOf } from '../support/outcome.ts';
import {
  makeWorld,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  startProcess,
  valuesOf,
  type World,
} from '../support/world.ts';

const inMemory = { policy: { ...POLICY, mode: MODE.InMemoryOnly }, slots: [], values: valuesOf({ m: '1' }) };

/** Does this in the middle of the operations that derive a key, erase or decrypt; not before it is set. */
function interrupted(middle: { task: () => void }) {
  return (ports: CorePorts): CorePorts => ({
    ...ports,
    kdf: {
      derive: (...asked) => {
        middle.task();
        return ports.kdf.derive(...asked);
      },
    },
    blobs: {
      ...ports.blobs,
      remove: async (name) => {
        await ports.blobs.remove(name);
        middle.task();
      },
    },
    aead: {
      ...ports.aead,
      open: async (...asked) => {
        const opened = await ports.aead.open(...asked);
        middle.task();
        return opened;
      },
    },
  });
}

async function unlocked(joint = false) {
  const world = makeWorld();
  const middle: { task: () => void } = { task: () => undefined };
  const { core, events } = startProcess(world, { joint, adjust: interrupted(middle) });
  await core.create(newVault('1234', { a: '1' }));
  return { world, core, events, middle };
}

/** FORMAT.md §15: what was begun in an earlier epoch is not answered in a later one. */
describe('a lock that comes in the middle wins over', () => {
  it.each<{ name: string; operation: (core: CoreVault) => Promise<unknown> }>([
    { name: 'a new vault', operation: (core) => core.create(newVault('5678', { a: '2' })) },
    { name: 'a new vault in memory', operation: (core) => core.create(inMemory) },
    {
      name: 'another passcode',
      operation: (core) => core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('5678')] }),
    },
    { name: 'a read', operation: (core) => core.values() },
  ])('$name', async ({ operation }) => {
    const { core, events, middle } = await unlocked();
    middle.task = () => {
      core.lock();
    };
    expect(await refusalOf(() => operation(core))).toBe('LOCKED');
    expect(core.state.phase).toBe('locked');
    expect(core.memory).toBeUndefined();
    expect(events).toEqual(['locked saved=true timeout=false']);
  });

  it('a read of what is stored as it was accepted last', async () => {
    const { core, events, middle } = await unlocked(true);
    expect(await readValues(core)).toEqual({ a: '1' });
    middle.task = () => {
      core.lock();
    };
    expect(await refusalOf(() => core.values())).toBe('LOCKED');
    expect(events).toEqual(['locked saved=true timeout=false']);
  });

  it('an unlock with a passcode', async () => {
    const { core, events, middle } = await unlocked();
    core.lock();
    middle.task = () => {
      core.lock();
    };
    expect(await refusalOf(() => core.unlockWith(KIND.appPasscode, '1234'))).toBe('LOCKED');
    expect(events).toEqual(['locked saved=true timeout=false']);
    middle.task = () => undefined;
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ a: '1' });
  });
});

describe('a lock wins over what was called before it, and has not begun', () => {
  const stored = async () => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { a: '1' }));
    return startProcess(world);
  };

  it('as an unlock with a passcode', async () => {
    const { core } = await unlocked();
    core.lock();
    const opened = refusalOf(() => core.unlockWith(KIND.appPasscode, '1234'));
    core.lock();
    expect([await opened, core.state.phase]).toEqual(['LOCKED', 'locked']);
  });

  it('as an unlock with a passcode that waits for its turn', async () => {
    const { core } = await unlocked();
    core.lock();
    const first = core.unlockWith(KIND.appPasscode, '1234').then(() => {
      core.lock();
    });
    const second = refusalOf(() => core.unlockWith(KIND.appPasscode, '1234'));
    await first;
    expect([await second, core.state.phase]).toEqual(['LOCKED', 'locked']);
  });

  it.each([
    { how: 'with a passcode', unlock: (core: CoreVault) => core.unlockWith(KIND.appPasscode, '1234') },
    { how: 'by a prompt, which is not shown any more', unlock: (core: CoreVault) => core.unlock() },
  ])('as an unlock $how, in a process that has not looked at what is stored', async ({ unlock }) => {
    const { core } = await stored();
    const opened = refusalOf(() => unlock(core));
    core.lock();
    expect([await opened, core.state]).toMatchObject(['LOCKED', { phase: 'locked', prompt: null }]);
  });

  it('as an unlock that comes late to the prompt of one that was called after the lock', async () => {
    const { core } = await unlocked();
    core.lock();
    const { epoch } = core.state;
    core.lock();
    const asked = refusalOf(() => core.unlock());
    expect(core.state.phase).toBe('unlocking');
    expect(await refusalOf(() => core.unlock({ automatic: false, epoch }))).toBe('LOCKED');
    await asked;
  });

  it('but not over a call that came after it', async () => {
    const { core } = await stored();
    const opened = refusalOf(() => core.unlockWith(KIND.appPasscode, '1234'));
    core.lock();
    await core.unlockWith(KIND.appPasscode, '1234');
    expect([await opened, core.state.phase]).toEqual(['LOCKED', 'unlocked']);
  });
});

describe('whether a lock is due is judged first', () => {
  const due = async (request = newVault('1234', { a: '1' }), joint = false) => {
    const world = makeWorld();
    const { core } = startProcess(world, { joint });
    await core.create(request);
    await core.values();
    core.pause();
    world.now += 5000;
    return core;
  };

  it('by the state', async () => {
    expect((await due()).state.phase).toBe('locked');
  });

  it('by what is in memory', async () => {
    expect((await due(inMemory)).memory).toBeUndefined();
  });

  it.each([
    { joint: true, kept: 'what is stored as it was accepted last' },
    { joint: false, kept: 'what has to be loaded' },
  ])('by a write over $kept', async ({ joint }) => {
    const core = await due(newVault('1234', { a: '1' }), joint);
    expect(await refusalOf(() => core.write(valuesOf({ a: '2' })))).toBe('LOCKED');
    core.resume();
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it.each([
    { request: newVault('1234', { a: '1' }), where: 'storage', code: 'LOCKED' },
    { request: inMemory, where: 'memory', code: 'NOT_FOUND' },
  ])('by a write that had to wait for its turn, once more: in $where', async ({ request, code }) => {
    const world: World = makeWorld();
    const wait = { milliseconds: 0 };
    const adjust = (ports: CorePorts): CorePorts => ({
      ...ports,
      mutex: (name, task) => {
        world.now += wait.milliseconds;
        return world.mutex(name, task);
      },
    });
    const { core } = startProcess(world, { adjust });
    await core.create(request);
    const before = new Map(world.disk.blobs);
    core.pause();
    wait.milliseconds = 5000;
    expect(await refusalOf(() => core.write(valuesOf({ a: '2' })))).toBe(code);
    expect(world.disk.blobs).toEqual(before);
  });
});
