import { expect, it } from 'vitest';
import type { CorePorts, MacKey } from '../../../src/core/ports/ports.ts';
import { loadVault } from '../../../src/core/store/load-vault.ts';
import { VaultStore } from '../../../src/core/store/vault-store.ts';
import { refusalOf } from '../support/outcome.ts';
import { hmac } from '../support/node-aead.ts';
import { makeWorld, NAME, newVault, SCOPE, startProcess, storedAnchor } from '../support/world.ts';

const never = () => Promise.reject(new TypeError('read by itself'));

it('records that are in one store are read at one moment, and with them their key', async () => {
  const world = makeWorld();
  await startProcess(world, { joint: true }).core.create(newVault('1234', { a: '1' }));
  const own = world.ring.get(`idv1.${NAME}.anchor`)!;
  // Another tab erased the vault and made one anew: under this name there is another key now.
  world.ring.set(`idv1.${NAME}.anchor`, new Uint8Array(32));
  const key = {} as MacKey;
  const asked: string[] = [];
  const adjust = (ports: CorePorts): CorePorts => ({
    ...ports,
    anchors: { ...ports.anchors, read: never },
    blobs: { ...ports.blobs, read: never },
    joint: {
      ...ports.joint!,
      read: async (name, anchorKey) => {
        asked.push(`${name} ${String(anchorKey)}`);
        return { ...(await ports.joint!.read(name)), key };
      },
    },
    anchorMac: {
      ...ports.anchorMac,
      mac: (by, data) => (by === key ? Promise.resolve(hmac(own, data)) : ports.anchorMac.mac(by, data)),
    },
  });
  const { core, ports } = startProcess(world, { joint: true, adjust });
  const vault = await loadVault(ports, SCOPE);
  expect([vault?.key, asked]).toEqual([key, [`${NAME} idv1.${NAME}.anchor`]]);
  // And what is written then has the tag of the same key.
  expect(await refusalOf(() => core.unlockWith(3, '0000'))).toBe('AUTHENTICATION_FAILED');
  expect(storedAnchor(world)?.attempts).toBe(1);
  expect((await loadVault(ports, SCOPE))?.anchor.attempts).toBe(1);
});

it('records that are in one store have no former one', async () => {
  const world = makeWorld();
  const { core } = startProcess(world, { joint: true });
  await core.create(newVault('1234', { a: '1' }));
  world.disk.formers.set(NAME, world.disk.blobs.get(NAME)!);
  world.disk.blobs.set(NAME, new Uint8Array(5));
  expect(await refusalOf(() => startProcess(world, { joint: true }).core.start())).toBe('CORRUPT');
});

it('of records that are in two stores nobody can say what is stored at one moment', async () => {
  const world = makeWorld();
  const { core, ports } = startProcess(world);
  await core.create(newVault('1234', { a: '1' }));
  const vault = (await loadVault(ports, SCOPE))!;
  expect(await new VaultStore(ports, SCOPE).isStored(vault)).toBe(false);
  const { ports: jointly } = startProcess(world, { joint: true });
  const store = new VaultStore(jointly, SCOPE);
  expect(await store.isStored(vault)).toBe(true);
  expect(await store.isStored({ ...vault, bytes: new Uint8Array(5) })).toBe(false);
});

it('a look at nothing, and at what an erasure left, finds nothing and writes nothing', async () => {
  const world = makeWorld();
  const { core } = startProcess(world);
  expect(await core.peek()).toBeUndefined();
  const stays = () => Promise.reject(new TypeError('it stays'));
  await core.create(newVault('1234', { a: '1' }));
  const dying = startProcess(world, { adjust: (ports) => ({ ...ports, blobs: { ...ports.blobs, remove: stays } }) });
  await expect(dying.core.erase()).rejects.toThrow('it stays');
  expect(storedAnchor(world)?.erasing).toBe(true);
  expect(await startProcess(world).core.peek()).toBeUndefined();
  expect(world.disk.blobs.size).toBe(1);
});
