import { expect, it } from 'vitest';
import { copyDisk } from '../../scripts/vectors/fixed-stores.ts';
import { KIND } from '../../src/core/codec/format-ids.ts';
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
  storedEnvelope,
  valuesOf,
  type World,
} from './support/world.ts';

// Anchor and envelope are in two stores, of which one may lose its last writes when the power fails.

/** What the store of anchors and keys has, to be put back later. */
function anchorsAndKeys(world: World) {
  const { anchors } = copyDisk(world.disk);
  const ring = new Map(world.ring);
  return () => {
    world.disk.anchors.set(NAME, anchors.get(NAME)!);
    world.ring.clear();
    for (const [name, key] of ring) world.ring.set(name, key);
  };
}

async function vaultIn(world: World) {
  const { core } = startProcess(world);
  await core.create(newVault('1234', { a: '1' }));
  await core.write(valuesOf({ a: '2' }));
  return core;
}

it('the anchor writes of the last commit are lost: the vault is as it was before that', async () => {
  const world = makeWorld();
  const core = await vaultIn(world);
  const loseWrites = anchorsAndKeys(world);
  await core.write(valuesOf({ a: '3' }));
  loseWrites();

  const { core: next } = startProcess(world);
  await next.unlockWith(KIND.appPasscode, '1234');
  expect(await readValues(next)).toEqual({ a: '2' });
  expect(storedEnvelope(world)?.header.generation).toBe(2);
  await next.write(valuesOf({ a: '4' }));
  expect([await readValues(next), storedAnchor(world)?.cur?.generation]).toEqual([{ a: '4' }, 3]);
});

it('so it is when that was a new passcode: the old one opens', async () => {
  const world = makeWorld();
  const core = await vaultIn(world);
  const loseWrites = anchorsAndKeys(world);
  await core.rekey({ policy: POLICY, keep: [], create: [passcodeSlot('5678')] });
  loseWrites();
  const { core: next } = startProcess(world);
  await next.unlockWith(KIND.appPasscode, '1234');
  expect(await readValues(next)).toEqual({ a: '2' });
});

it('killed anywhere after that: still one of the two, and never neither', async () => {
  const found = new Set<string>();
  for (let crashAt = 0; crashAt < 14; crashAt++) {
    const world = makeWorld();
    const core = await vaultIn(world);
    const loseWrites = anchorsAndKeys(world);
    await core.write(valuesOf({ a: '3' }));
    loseWrites();
    const countdown = { left: Infinity };
    const { core: dying } = startProcess(world, { countdown });
    countdown.left = crashAt;
    await dying
      .unlockWith(KIND.appPasscode, '1234')
      .then(() => dying.write(valuesOf({ a: '4' })))
      .catch(() => undefined);
    world.now += 3_600_000;
    const { core: next } = startProcess(world);
    await next.unlockWith(KIND.appPasscode, '1234');
    found.add((await readValues(next))['a'] ?? '');
  }
  expect([...found].sort()).toEqual(['2', '4']);
});

it('an envelope that the anchor does not name is still a rolled-back one, and a look changes nothing', async () => {
  const world = makeWorld();
  const core = await vaultIn(world);
  const old = world.disk.blobs.get(NAME)!;
  await core.write(valuesOf({ a: '3' }));
  await core.write(valuesOf({ a: '4' }));
  world.disk.blobs.set(NAME, old);
  const before = copyDisk(world.disk);
  const { core: next } = startProcess(world);
  expect(await refusalOf(() => next.peek())).toBe('ROLLED_BACK');
  expect(await refusalOf(() => next.start())).toBe('ROLLED_BACK');
  expect(copyDisk(world.disk)).toEqual(before);
});

it('looking at what lost its anchor writes repairs nothing', async () => {
  const world = makeWorld();
  const core = await vaultIn(world);
  const loseWrites = anchorsAndKeys(world);
  await core.write(valuesOf({ a: '3' }));
  loseWrites();
  const before = copyDisk(world.disk);
  expect((await startProcess(world).core.peek())?.envelope.header.generation).toBe(2);
  expect(copyDisk(world.disk)).toEqual(before);
});

it('erasing leaves no former one behind', async () => {
  const world = makeWorld();
  const core = await vaultIn(world);
  expect(world.disk.formers.size).toBe(1);
  await core.erase();
  expect([world.disk.formers.size, world.disk.blobs.size, world.disk.anchors.size]).toEqual([0, 0, 0]);
});
