import { describe, expect, it } from 'vitest';
import { hex } from '../../src/core/codec/bytes.ts';
import { KIND } from '../../src/core/codec/format-ids.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import type { CorePorts } from '../../src/core/ports/ports.ts';
import { deviceKeyNames } from '../../src/core/slots/storage-names.ts';
import { refusalOf } from './support/outcome.ts';
import {
  makeWorld,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  startProcess,
  storedAnchor,
  storedEnvelope,
  valuesOf,
} from './support/world.ts';

/** A device whose keys can't be destroyed while `stuck.is`. */
function sticky(stuck: { is: boolean }) {
  return (ports: CorePorts): CorePorts => ({
    ...ports,
    deviceFunction: {
      ...ports.deviceFunction,
      destroy: (name) =>
        stuck.is
          ? Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'the key store is busy'))
          : ports.deviceFunction.destroy(name),
    },
  });
}

const another = (passcode: string) => ({ policy: POLICY, keep: [], create: [passcodeSlot(passcode)] });

describe('a key that can not be destroyed', () => {
  it('after a new passcode: the vault goes on working, and the key is destroyed when it can be', async () => {
    const world = makeWorld();
    const stuck = { is: true };
    const { core } = startProcess(world, { adjust: sticky(stuck) });
    await core.create(newVault('1234', { a: '1' }));
    const { header } = storedEnvelope(world)!;
    const former = header.slots[0]!.head.slotId;
    const { prf } = deviceKeyNames(header.vaultId, former);
    await core.rekey(another('5678'));
    await core.write(valuesOf({ b: '2' }));
    expect([world.ring.has(prf), storedAnchor(world)?.keySlots.map(hex).includes(hex(former))]).toEqual([true, true]);

    const { core: next } = startProcess(world, { adjust: sticky(stuck) });
    expect((await next.start())?.envelope.header.generation).toBe(3);
    await next.unlockWith(KIND.appPasscode, '5678');
    expect(await readValues(next)).toEqual({ a: '1', b: '2' });

    stuck.is = false;
    await startProcess(world, { adjust: sticky(stuck) }).core.start();
    expect([world.ring.has(prf), storedAnchor(world)?.keySlots.length]).toEqual([false, 1]);
  });

  it('erasing: the vault is gone all the same, and a new one can be made', async () => {
    const world = makeWorld();
    const stuck = { is: true };
    const { core } = startProcess(world, { adjust: sticky(stuck) });
    await core.create(newVault('1234', { a: '1' }));
    await core.erase();
    expect([world.disk.blobs.size, world.disk.anchors.size]).toEqual([0, 0]);
    await core.create(newVault('5678', { a: '2' }));
    expect(await readValues(core)).toEqual({ a: '2' });
  });

  it('too many of them: the next change of slots is refused for now, before any key is made, and nothing changes', async () => {
    const world = makeWorld();
    const stuck = { is: true };
    const { core } = startProcess(world, { adjust: sticky(stuck) });
    await core.create(newVault('1000', { a: '1' }));
    for (let change = 1; change < 8; change++) await core.rekey(another(String(1000 + change)));
    const before = [...world.ring.keys()];
    expect(await refusalOf(() => core.rekey(another('2000')))).toBe('TEMPORARILY_UNAVAILABLE');
    expect([...world.ring.keys()]).toEqual(before);
    await core.write(valuesOf({ b: '2' }));
    core.lock();
    await core.unlockWith(KIND.appPasscode, '1007');
    expect(await readValues(core)).toEqual({ a: '1', b: '2' });

    stuck.is = false;
    await core.rekey(another('2000'));
    expect(storedAnchor(world)?.keySlots.length).toBe(1);
  });

  it('of a slot that was not made after all: what is told is why it was not', async () => {
    const world = makeWorld();
    const { core } = startProcess(world, {
      adjust: (ports) => ({
        ...sticky({ is: true })(ports),
        kdf: { derive: () => Promise.reject(new CoreError('DEVICE_FUNCTION_FAILED', 'no memory')) },
      }),
    });
    expect(await refusalOf(() => core.create(newVault('1234', {})))).toBe('DEVICE_FUNCTION_FAILED');
  });
});
