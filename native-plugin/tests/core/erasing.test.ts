import { expect, it } from 'vitest';
import { ascii, concat, isEqual } from '../../src/core/codec/bytes.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import { sealAnchor } from '../../src/core/slots/anchor-tag.ts';
import { sealEnvelope } from '../../src/core/slots/seal-envelope.ts';
import { anchorKeyName, deviceKeyNames } from '../../src/core/slots/storage-names.ts';
import { createVault } from '../../src/core/store/write-vault.ts';
import { refusalOf } from './support/outcome.ts';
import { makeWorld, NAME, newVault, readValues, SCOPE, startProcess, storedEnvelope } from './support/world.ts';

it("a forged envelope beside an unreadable anchor does not make a login destroy another vault's keys", async () => {
  const world = makeWorld();
  const other = makeWorld(2);
  await startProcess(other).core.create(newVault('4321', {}));
  const { header } = storedEnvelope(other)!;
  const { prf } = deviceKeyNames(header.vaultId, header.slots[0]!.head.slotId);
  const key = other.ring.get(prf)!;
  world.ring.set(prf, key);

  const { core, ports } = startProcess(world);
  await core.create(newVault('1234', { a: '1' }));
  // Whoever can write storage names the other vault's slots under our scope; no tag has to be right for that.
  const dek = await ports.aead.importDek(new Uint8Array(32));
  const { bytes: forged } = await sealEnvelope(ports, { draft: { ...header, scope: SCOPE }, dek }, new Map());
  world.disk.blobs.set(NAME, forged);
  world.disk.anchors.set(NAME, concat(ascii('IDVA'), new Uint8Array(173)));
  await core.create(newVault('5678', { a: '2' }));

  expect(await readValues(core)).toEqual({ a: '2' });
  expect(isEqual(world.ring.get(prf)!, key)).toBe(true);
});

it('an anchor of another scope under our key names none of the keys that an erasure destroys', async () => {
  const world = makeWorld();
  const { core, ports } = startProcess(world);
  await core.create(newVault('1234', { a: '1' }));
  const scope = SCOPE.map((byte) => byte ^ 1);
  const { vault } = await createVault(ports, { scope, over: undefined }, newVault('1234', { a: '2' }));
  const ours = {
    ...ports.anchorMac,
    mac: (_: unknown, data: typeof SCOPE) => ports.anchorMac.mac(anchorKeyName(SCOPE), data),
  };
  world.disk.anchors.set(NAME, await sealAnchor(ours, vault.anchor));
  const { prf } = deviceKeyNames(vault.anchor.vaultId, vault.anchor.keySlots[0]!);
  await startProcess(world).core.erase();
  expect([world.ring.has(prf), world.disk.anchors.has(NAME)]).toEqual([true, false]);
});

it('a clear ends although the key of the anchor can not be used now', async () => {
  const world = makeWorld();
  await startProcess(world).core.create(newVault('1234', { a: '1' }));
  const busy = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'the key store is busy'));
  const { core } = startProcess(world, {
    adjust: (ports) => ({ ...ports, anchorMac: { ...ports.anchorMac, mac: busy, destroy: busy } }),
  });
  expect(await refusalOf(() => core.start())).toBe('TEMPORARILY_UNAVAILABLE');
  await core.erase();
  expect([world.disk.blobs.size, world.disk.anchors.size]).toEqual([0, 0]);
  const { core: next } = startProcess(world);
  expect(await next.start()).toBeUndefined();
  await next.create(newVault('5678', { a: '2' }));
  expect(await readValues(next)).toEqual({ a: '2' });
});

it('a clear that storage can not do now says so, and a login does not take what can not be read now for damaged', async () => {
  const world = makeWorld();
  await startProcess(world).core.create(newVault('1234', { a: '1' }));
  const busy = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'the disk is locked'));
  const { core } = startProcess(world, {
    adjust: (ports) => ({
      ...ports,
      blobs: { ...ports.blobs, remove: busy },
      anchors: { ...ports.anchors, read: busy, remove: busy },
    }),
  });
  expect(await refusalOf(() => core.erase())).toBe('TEMPORARILY_UNAVAILABLE');
  expect(await refusalOf(() => core.create(newVault('5678', { a: '2' })))).toBe('TEMPORARILY_UNAVAILABLE');
  const { core: next } = startProcess(world);
  await next.unlockWith(3, '1234');
  expect(await readValues(next)).toEqual({ a: '1' });
});
