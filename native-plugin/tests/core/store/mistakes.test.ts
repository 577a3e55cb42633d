import { describe, expect, it } from 'vitest';
import { KIND } from '../../../src/core/codec/format-ids.ts';
import { CoreError } from '../../../src/core/ports/core-error.ts';
import type { CorePorts } from '../../../src/core/ports/ports.ts';
import { loadVault } from '../../../src/core/store/load-vault.ts';
import { refusalOf } from '../support/outcome.ts';
import {
  makeWorld,
  NAME,
  newVault,
  passcodeSlot,
  POLICY,
  readValues,
  SCOPE,
  startProcess,
  valuesOf,
  type World,
} from '../support/world.ts';

// What no port may reject with is a mistake of ours: taken for an answer, it would hide itself, or erase a vault.
const mistake = () => Promise.reject(new TypeError('a mistake'));
const busy = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'not now'));

async function vault(): Promise<World> {
  const world = makeWorld();
  await startProcess(world).core.create(newVault('1234', { a: '1' }));
  return world;
}

/** Of the digests that are asked for, this one, counted from 1, is a mistake. */
function digestFailing(at: number) {
  let asked = 0;
  return (ports: CorePorts): CorePorts => ({
    ...ports,
    aead: { ...ports.aead, digest: (data) => (++asked === at ? mistake() : ports.aead.digest(data)) },
  });
}

describe('a mistake', () => {
  it('while the envelope is judged is not answered with the former one', async () => {
    const world = await vault();
    world.disk.formers.set(NAME, world.disk.blobs.get(NAME)!);
    const { ports } = startProcess(world, { adjust: digestFailing(1) });
    await expect(loadVault(ports, SCOPE)).rejects.toThrow(TypeError);
  });

  it('while the former one is judged does not make it a refused one', async () => {
    const world = await vault();
    const bytes = world.disk.blobs.get(NAME)!;
    world.disk.formers.set(NAME, bytes);
    world.disk.blobs.set(
      NAME,
      bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)),
    );
    const { ports } = startProcess(world, { adjust: digestFailing(2) });
    await expect(loadVault(ports, SCOPE)).rejects.toThrow(TypeError);
  });

  it('of a key store that destroys is told', async () => {
    const world = await vault();
    const { core } = startProcess(world, {
      adjust: (ports) => ({ ...ports, deviceFunction: { ...ports.deviceFunction, destroy: mistake } }),
    });
    await core.unlockWith(KIND.appPasscode, '1234');
    await expect(core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('5678')] })).rejects.toThrow(TypeError);
  });

  it('while loading is no reason for a login to erase', async () => {
    const world = await vault();
    const { core } = startProcess(world, {
      adjust: (ports) => ({ ...ports, anchors: { ...ports.anchors, read: mistake } }),
    });
    await expect(core.create(newVault('5678', { a: '2' }))).rejects.toThrow(TypeError);
    const next = startProcess(world).core;
    await next.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(next)).toEqual({ a: '1' });
  });

  it('while a login judges the envelope is no reason to erase it, though that could be done', async () => {
    const world = await vault();
    const { core } = startProcess(world, { adjust: digestFailing(1) });
    await expect(core.create(newVault('5678', { a: '2' }))).rejects.toThrow(TypeError);
    const next = startProcess(world).core;
    await next.unlockWith(KIND.appPasscode, '1234');
    expect(await readValues(next)).toEqual({ a: '1' });
  });

  it('while an erasure reads the anchor, or destroys its key, is told', async () => {
    const world = await vault();
    const reading = startProcess(world, {
      adjust: (ports) => ({ ...ports, anchors: { ...ports.anchors, read: mistake } }),
    });
    await expect(reading.core.erase()).rejects.toThrow(TypeError);
    const destroying = startProcess(world, {
      adjust: (ports) => ({ ...ports, anchorMac: { ...ports.anchorMac, destroy: mistake } }),
    });
    await expect(destroying.core.erase()).rejects.toThrow(TypeError);
  });

  it('of a claim is told; one that can not be put is left out', async () => {
    const world = makeWorld();
    const claiming = (claim: () => Promise<never>) =>
      startProcess(world, { joint: true, adjust: (ports) => ({ ...ports, joint: { ...ports.joint!, claim } }) }).core;
    await expect(claiming(mistake).create(newVault('1234'))).rejects.toThrow(TypeError);
    const core = claiming(busy);
    await core.create(newVault('1234', { a: '1' }));
    expect(await readValues(core)).toEqual({ a: '1' });
  });
});

describe('where there is no former envelope', () => {
  const withoutFormer = (ports: CorePorts): CorePorts => {
    const blobs: { former?: unknown } & CorePorts['blobs'] = { ...ports.blobs };
    delete blobs.former;
    return { ...ports, blobs };
  };

  it('a vault is written, and damage is what it is', async () => {
    const world = makeWorld();
    const { core } = startProcess(world, { adjust: withoutFormer });
    await core.create(newVault('1234', { a: '1' }));
    await core.write(valuesOf({ a: '2' }));
    expect(await readValues(core)).toEqual({ a: '2' });
    world.disk.blobs.set(NAME, new Uint8Array(5));
    expect(await refusalOf(() => startProcess(world, { adjust: withoutFormer }).core.start())).toBe('CORRUPT');
  });
});

it('a former envelope that is refused for another reason does not change what is told of the stored one', async () => {
  const world = makeWorld();
  const { core } = startProcess(world);
  await core.create(newVault('1234', { a: '1' }));
  const first = world.disk.blobs.get(NAME)!;
  await core.write(valuesOf({ a: '2' }));
  await core.write(valuesOf({ a: '3' }));
  world.disk.formers.set(NAME, first);
  world.disk.blobs.set(NAME, new Uint8Array(5));
  expect(await refusalOf(() => startProcess(world).core.start())).toBe('CORRUPT');
});
