import { describe, expect, it } from 'vitest';
import { KIND } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import type { CorePorts, MacKey } from '../../../src/core/ports/ports.ts';
import { loadVault } from '../../../src/core/store/load-vault.ts';
import { createVault, rewriteValues, writeValues } from '../../../src/core/store/write-vault.ts';
import { hmac } from '../support/node-aead.ts';
import { refusalOf } from '../support/outcome.ts';
import {
  makeWorld,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  SCOPE,
  startProcess,
  valuesOf,
  type World,
} from '../support/world.ts';

const full = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'the disk is full'));

async function unlocked(
  adjust: (ports: CorePorts) => CorePorts,
): Promise<{ world: World; core: ReturnType<typeof startProcess>['core'] }> {
  const world = makeWorld();
  await startProcess(world).core.create(newVault('1234', { a: '1' }));
  const { core } = startProcess(world, { adjust });
  await core.unlockWith(KIND.appPasscode, '1234');
  return { world, core };
}

describe('a commit that fails', () => {
  it('after the new envelope was settled has been made: what is stored decides', async () => {
    const life = { writes: Infinity };
    const { world, core } = await unlocked((ports) => ({
      ...ports,
      anchors: {
        ...ports.anchors,
        replace: (...write) => (--life.writes === 0 ? full() : ports.anchors.replace(...write)),
      },
    }));
    life.writes = 3;
    await core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('5678')] });
    expect(life.writes).toBeLessThan(0);
    const next = startProcess(world).core;
    await next.unlockWith(KIND.appPasscode, '5678');
    expect(await readValues(next)).toEqual({ a: '1' });
  });

  it('with a write that was made all the same is one that was made', async () => {
    const { core } = await unlocked((ports) => ({
      ...ports,
      blobs: { ...ports.blobs, write: (name, bytes) => ports.blobs.write(name, bytes).then(full) },
    }));
    await core.write(valuesOf({ a: '2' }));
    expect(await readValues(core)).toEqual({ a: '2' });
  });

  it('in one transaction, as somebody else came before it, is a conflict', async () => {
    const world = makeWorld();
    await startProcess(world).core.create(newVault('1234', { a: '1' }));
    const overtaken = ({ joint, ...ports }: CorePorts): CorePorts => ({
      ...ports,
      joint: { ...joint!, commit: (name, commit) => joint!.commit(name, { ...commit, expected: undefined }) },
    });
    const { core } = startProcess(world, { joint: true, adjust: overtaken });
    await core.unlockWith(KIND.appPasscode, '1234');
    expect(await refusalOf(() => core.write(valuesOf({ a: '2' })))).toBe('CONFLICT');
    expect(await readValues(core)).toEqual({ a: '1' });
  });

  it('is told with its own reason, also where what is stored can not be read then', async () => {
    const life = { isOver: false };
    const { core } = await unlocked((ports) => ({
      ...ports,
      anchors: {
        ...ports.anchors,
        read: (name) =>
          life.isOver
            ? Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'the device is locked'))
            : ports.anchors.read(name),
      },
      blobs: {
        ...ports.blobs,
        write: () => {
          life.isOver = true;
          return full();
        },
      },
    }));
    await expect(core.write(valuesOf({ a: '2' }))).rejects.toThrow('the disk is full');
  });
});

describe('a vault that was written', () => {
  /** A browser: the anchor key comes with the records, and has no other name. */
  function withKey(ports: CorePorts): CorePorts {
    const key = {} as MacKey;
    const { joint, anchorMac } = ports;
    return {
      ...ports,
      joint: { ...joint!, read: async (name) => ({ ...(await joint!.read(name)), key }) },
      anchorMac: { ...anchorMac, mac: (_, data) => Promise.resolve(hmac(SCOPE, data)) },
    };
  }

  it.each(['in turn', 'jointly', 'jointly, without a turn'])('%s is what the next load finds', async (how) => {
    const world = makeWorld();
    const isJoint = how !== 'in turn';
    const { ports } = startProcess(world, isJoint ? { joint: true, adjust: withKey } : {});
    const over = undefined;
    const { vault: made, keys } = await createVault(ports, { scope: SCOPE, over }, newVault('1234', { a: '1' }));
    const load = async () => (await loadVault(ports, SCOPE))!;
    const loaded = await load();
    expect({ ...made, key: loaded.key }).toEqual(loaded);
    const write = how.endsWith('turn') && isJoint ? rewriteValues : writeValues;
    const written = await write(ports, { vault: loaded, dek: keys.dek }, valuesOf({ a: '2' }));
    expect(written).toEqual(await load());
  });
});
