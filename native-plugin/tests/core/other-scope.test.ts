import { expect, it } from 'vitest';
import { hex } from '../../src/core/codec/bytes.ts';
import { sealAnchor } from '../../src/core/slots/anchor-tag.ts';
import { anchorKeyName } from '../../src/core/slots/storage-names.ts';
import { createVault } from '../../src/core/store/write-vault.ts';
import { refusalOf } from './support/outcome.ts';
import { makeWorld, NAME, newVault, SCOPE, startProcess } from './support/world.ts';

// FORMAT.md §9, step 6. Only the app itself could tag such an anchor: one that took a name for another.
it('a whole vault of another scope is refused although the tag is of the key of this one', async () => {
  const world = makeWorld();
  const { core, ports } = startProcess(world);
  await core.create(newVault('1234', { a: '1' }));

  const scope = SCOPE.map((byte) => byte ^ 1);
  const { vault } = await createVault(ports, { scope, over: undefined }, newVault('1234', { a: '2' }));
  const ourKey = anchorKeyName(SCOPE);
  const underOurKey = {
    ...ports.anchorMac,
    mac: (_: unknown, data: typeof SCOPE) => ports.anchorMac.mac(ourKey, data),
  };
  world.disk.anchors.set(NAME, await sealAnchor(underOurKey, vault.anchor));
  world.disk.blobs.set(NAME, world.disk.blobs.get(hex(scope))!);

  expect(await refusalOf(() => startProcess(world).core.start())).toBe('SCOPE_MISMATCH');
  expect(world.disk.blobs.has(NAME)).toBe(true);
});
