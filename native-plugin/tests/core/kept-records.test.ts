import { describe, expect, it } from 'vitest';
import { ENROLMENT, KIND } from '../../src/core/codec/format-ids.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { CorePorts, JointStore } from '../../src/core/ports/ports.ts';
import { refusalOf } from './support/outcome.ts';
import {
  makeWorld,
  NAME,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  startProcess,
  storedAnchor,
  valuesOf,
  type World,
} from './support/world.ts';

/** What the operations of a process cost: turns, and calls of what is slow. */
function counting(counts: { turns: number; macs: number; reads: number }) {
  return (ports: CorePorts): CorePorts => ({
    ...ports,
    mutex: (name, task) => {
      counts.turns += 1;
      return ports.mutex!(name, task);
    },
    anchorMac: {
      ...ports.anchorMac,
      mac: (key, data) => {
        counts.macs += 1;
        return ports.anchorMac.mac(key, data);
      },
    },
    joint: {
      ...ports.joint!,
      read: (...asked) => {
        counts.reads += 1;
        return ports.joint!.read(...asked);
      },
      holds: (...asked) => {
        counts.reads += 1;
        return ports.joint!.holds(...asked);
      },
    },
  });
}

function withJoint(change: (joint: JointStore) => Partial<JointStore>) {
  return (ports: CorePorts): CorePorts => ({ ...ports, joint: { ...ports.joint!, ...change(ports.joint!) } });
}

/** Unlocked, and what is stored was loaded once: from now on it is kept. */
async function unlocked(world: World, adjust: (ports: CorePorts) => CorePorts = (ports) => ports) {
  const process = startProcess(world, { joint: true, adjust });
  await process.core.start();
  await process.core.unlockWith(KIND.appPasscode, '1234');
  await readValues(process.core);
  return process;
}

async function world(values: Readonly<Record<string, string>> = { a: '1' }): Promise<World> {
  const made = makeWorld();
  await startProcess(made, { joint: true }).core.create(newVault('1234', values));
  return made;
}

describe('what is stored as it was accepted last', () => {
  it('is read in one transaction, without a turn, and nothing decrypted is kept', async () => {
    const counts = { turns: 0, macs: 0, reads: 0 };
    const { core } = await unlocked(await world(), counting(counts));
    Object.assign(counts, { turns: 0, macs: 0, reads: 0 });
    expect([await readValues(core), await readValues(core)]).toEqual([{ a: '1' }, { a: '1' }]);
    expect(counts).toEqual({ turns: 0, macs: 0, reads: 2 });
  });

  it('is written over in one transaction, without a turn; the write is what is kept then', async () => {
    const counts = { turns: 0, macs: 0, reads: 0 };
    const { core } = await unlocked(await world(), counting(counts));
    // The unlock claimed what is stored, which the first write takes away.
    await core.write(valuesOf({ b: '2' }));
    Object.assign(counts, { turns: 0, macs: 0, reads: 0 });
    await core.write(valuesOf({ c: '3' }));
    await core.write(new Map([['a', undefined]]));
    expect(counts).toEqual({ turns: 0, macs: 2, reads: 0 });
    expect(await readValues(core)).toEqual({ b: '2', c: '3' });
    expect(counts.turns).toBe(0);
  });

  it('is dropped by a lock, before storage is asked', async () => {
    const counts = { turns: 0, macs: 0, reads: 0 };
    const { core } = await unlocked(await world(), counting(counts));
    core.lock();
    counts.reads = 0;
    expect(await refusalOf(() => core.values())).toBe('LOCKED');
    expect(counts.reads).toBe(0);
  });

  it('that is being read when a lock comes is not answered', async () => {
    let lock: () => void = () => undefined;
    const made = await world();
    const { core } = await unlocked(
      made,
      withJoint((joint) => ({
        holds: async (...asked) => {
          const isStored = await joint.holds(...asked);
          lock();
          return isStored;
        },
      })),
    );
    lock = () => core.lock();
    expect(await refusalOf(() => core.values())).toBe('LOCKED');
  });

  it('is read after a write that was called before', async () => {
    const { core } = await unlocked(await world());
    const written = core.write(valuesOf({ a: '2' }));
    expect(await readValues(core)).toEqual({ a: '2' });
    await written;
  });
});

describe('what is stored otherwise is loaded in full', () => {
  it('another process wrote', async () => {
    const made = await world();
    const [first, second] = [await unlocked(made), await unlocked(made)];
    await readValues(first.core);
    await second.core.write(valuesOf({ b: '2' }));
    expect(await readValues(first.core)).toEqual({ a: '1', b: '2' });
    await second.core.write(valuesOf({ b: '3' }));
    await first.core.write(valuesOf({ c: '4' }));
    expect(await readValues(second.core)).toEqual({ a: '1', b: '3', c: '4' });
  });

  it.each(['read', 'write'])('someone changed the envelope alone: the next %s finds it damaged', async (operation) => {
    const made = await world();
    const { core, events } = await unlocked(made);
    const envelope = made.disk.blobs.get(NAME)!.slice();
    envelope[envelope.length - 1]! ^= 1;
    made.disk.blobs.set(NAME, envelope);
    expect(await refusalOf(() => (operation === 'read' ? core.values() : core.write(valuesOf({ b: '2' }))))).toBe(
      'CORRUPT',
    );
    expect(made.disk.blobs.get(NAME)).toEqual(envelope);
    expect(events.at(-1)).toBe('locked saved=true timeout=false');
  });

  it('an older state was put back as a whole: what this process held is told as before', async () => {
    const made = await world();
    const former = { anchor: made.disk.anchors.get(NAME)!, envelope: made.disk.blobs.get(NAME)! };
    const { core } = await unlocked(made);
    await core.write(valuesOf({ b: '2' }));
    made.disk.anchors.set(NAME, former.anchor);
    made.disk.blobs.set(NAME, former.envelope);
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it('it was erased, and made again with the same passcode', async () => {
    const made = await world();
    const { core, events } = await unlocked(made);
    await core.write(valuesOf({ b: '2' }));
    const elsewhere = startProcess(made, { joint: true }).core;
    await elsewhere.erase();
    await elsewhere.create(newVault('1234', { other: '1' }));
    expect(await refusalOf(() => core.write(valuesOf({ b: '3' })))).toBe('LOCKED');
    expect(events.at(-1)).toBe('locked saved=true timeout=false');
    expect(await readValues(elsewhere)).toEqual({ other: '1' });
  });

  it('an attempt that a killed process began', async () => {
    const made = await world();
    const { core } = await unlocked(made);
    const dying = startProcess(made, { joint: true, crashAt: 3 });
    await dying.core.unlockWith(KIND.appPasscode, '9999').catch(() => undefined);
    expect(storedAnchor(made)).toMatchObject({ attempts: 1, pending: true });
    await readValues(core);
    expect(storedAnchor(made)).toMatchObject({ attempts: 1, pending: false });
  });

  it('keys of a former slot that could not be destroyed: every load tries again', async () => {
    const made = await world();
    let isStuck = true;
    const counts = { turns: 0, macs: 0, reads: 0 };
    const { core } = await unlocked(made, (ports) => ({
      ...counting(counts)(ports),
      deviceFunction: {
        ...ports.deviceFunction,
        destroy: (name) =>
          isStuck
            ? Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'busy'))
            : ports.deviceFunction.destroy(name),
      },
    }));
    await core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('5678')] });
    expect(storedAnchor(made)?.keySlots).toHaveLength(2);
    await readValues(core);
    isStuck = false;
    await readValues(core);
    expect(storedAnchor(made)?.keySlots).toHaveLength(1);
  });
});

describe('a write without a turn', () => {
  it('whose outcome is unknown is made again with one, and not taken for a conflict', async () => {
    const made = await world();
    const { core } = await unlocked(
      made,
      withJoint((joint) => ({
        replace: async (...write) => {
          await joint.replace(...write);
          throw new CoreError('TEMPORARILY_UNAVAILABLE', 'no answer');
        },
      })),
    );
    await core.write(valuesOf({ b: '2' }));
    await core.write(valuesOf({ c: '3' }));
    expect(await readValues(core)).toEqual({ a: '1', b: '2', c: '3' });
  });

  it('that failed leaves nothing that is kept', async () => {
    const made = await world();
    const counts = { turns: 0, macs: 0, reads: 0 };
    const { core } = await unlocked(made, (ports) => {
      const full = withJoint(() => ({
        replace: () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'full')),
        commit: () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'full')),
      }));
      return counting(counts)(full(ports));
    });
    expect(await refusalOf(() => core.write(valuesOf({ b: '2' })))).toBe('TEMPORARILY_UNAVAILABLE');
    counts.turns = 0;
    expect(await readValues(core)).toEqual({ a: '1' });
    expect(counts.turns).toBe(1);
  });

  it('does not overtake who has one: another passcode is set while this process goes on writing', async () => {
    const made = await world();
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const writer = await unlocked(made);
    await writer.core.write(valuesOf({ b: '0' }));
    const other = await unlocked(made, (ports) => ({
      ...ports,
      deviceFunction: { ...ports.deviceFunction, create: (name) => gate.then(() => ports.deviceFunction.create(name)) },
    }));
    await writer.core.write(valuesOf({ b: '1' }));
    await readValues(other.core);
    const policy = { ...POLICY, enrolment: ENROLMENT.requireOther };
    const rekeyed = other.core.rekey({ policy, keep: [], create: [passcodeSlot('5678')] });
    await expect.poll(() => made.disk.claims.has(NAME)).toBe(true);
    const written = refusalOf(() => writer.core.write(valuesOf({ b: '2' })));
    goOn();
    await rekeyed;
    // It comes after, and finds that its key is another one now.
    expect(await written).toBe('LOCKED');
    expect(await readValues(other.core)).toEqual({ a: '1', b: '1' });
  });

  it('does not overtake an attempt: both end well', async () => {
    const made = await world();
    const writer = await unlocked(made);
    const other = startProcess(made, { joint: true });
    await other.core.start();
    const progress = { isDone: false };
    const unlocking = other.core.unlockWith(KIND.appPasscode, '1234').finally(() => (progress.isDone = true));
    let writes = 0;
    do await writer.core.write(valuesOf({ b: String((writes += 1)) }));
    while (!progress.isDone);
    await unlocking;
    expect(await readValues(other.core)).toEqual({ a: '1', b: String(writes) });
  });
});
