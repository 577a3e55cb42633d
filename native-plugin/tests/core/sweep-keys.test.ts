import { describe, expect, it } from 'vitest';
import { fixedAnchorMac } from '../../scripts/vectors/fixed-devices.ts';
import { seededRandom } from '../../scripts/vectors/seeded-random.ts';
import { KIND, MODE } from '../../src/core/codec/format-ids.ts';
import { parseAnchor } from '../../src/core/codec/parse-anchor.ts';
import { CoreError } from '../../src/core/ports/core-error.ts';
import { sealAnchor } from '../../src/core/slots/anchor-tag.ts';
import { anchorKeyName } from '../../src/core/slots/storage-names.ts';
import { sweepKeys, type StoredEverywhere } from '../../src/core/store/sweep-keys.ts';
import {
  bothSlots,
  makeWorld,
  NAME,
  newVault,
  passcodeSlot,
  POLICY,
  startProcess,
  type World,
} from './support/world.ts';

function everywhere(world: World, changes: Partial<StoredEverywhere> = {}): StoredEverywhere {
  return {
    anchorMac: fixedAnchorMac(world.ring, seededRandom(1)),
    mutex: world.mutex,
    anchorNames: () => Promise.resolve([...world.disk.anchors.keys()]),
    readAnchor: (name) => Promise.resolve(world.disk.anchors.get(name)),
    keyNames: () => Promise.resolve([...world.ring.keys()]),
    destroyKey: (name) => Promise.resolve(void world.ring.delete(name)),
    ...changes,
  };
}

const key = new Uint8Array(32);
const foreign = `idv1.${'ab'.repeat(16)}.${'cd'.repeat(8)}`;

async function withVault(): Promise<{ world: World; own: string; names: readonly string[] }> {
  const world = makeWorld();
  await startProcess(world).core.create(newVault('1234', { a: '1' }));
  const names = [...world.ring.keys()];
  const own = names.find((name) => name.endsWith('.prf'))?.slice(0, -'.prf'.length) ?? '';
  return { world, own, names };
}

describe('sweeping', () => {
  it('destroys keys of slots and vaults that no anchor lists, and no other', async () => {
    const { world, own, names } = await withVault();
    const unlisted = `${own.slice(0, -16)}${'ef'.repeat(8)}`;
    const leftOver = [`${foreign}.prf`, `${foreign}.kem`, `${unlisted}.prf`, `${unlisted}.kem`];
    const others = ['somebody else’s', `idv1.${'ab'.repeat(32)}.anchor`, `${foreign}.other`, 'idv1..prf'];
    for (const name of [...leftOver, ...others]) world.ring.set(name, key);
    await sweepKeys(everywhere(world));
    expect([...world.ring.keys()].sort()).toEqual([...names, ...others].sort());
    await expect(startProcess(world).core.unlockWith(KIND.appPasscode, '1234')).resolves.toBeUndefined();
  });

  it('leaves the keys of another vault alone', async () => {
    const { world, names } = await withVault();
    const other = makeWorld(2);
    const anchorMac = fixedAnchorMac(other.ring, seededRandom(1));
    await startProcess(other).core.create(newVault('5678'));
    const neighbour = '06'.repeat(32);
    const { anchor } = parseAnchor(other.disk.anchors.get(NAME)!);
    const moved = { ...anchor, scope: new Uint8Array(32).fill(6) };
    for (const [name, bytes] of other.ring) world.ring.set(name.replace(NAME, neighbour), bytes);
    other.ring.set(anchorKeyName(moved.scope), other.ring.get(anchorKeyName(anchor.scope))!);
    world.disk.anchors.set(neighbour, await sealAnchor(anchorMac, moved));
    const before = [...world.ring.keys()];
    await sweepKeys(everywhere(world));
    expect([...world.ring.keys()]).toEqual(before);
    expect(before).toHaveLength(2 * names.length);
  });

  it('destroys what a killed creation and an erasure with stuck keys left behind', async () => {
    const world = makeWorld();
    const { core } = startProcess(world, { crashAt: 3 });
    await expect(core.create(newVault('1234'))).rejects.toThrow('dead');
    expect([...world.ring.keys()].filter((name) => name.endsWith('.prf'))).toHaveLength(1);
    await sweepKeys(everywhere(world));
    expect([...world.ring.keys()].filter((name) => name.endsWith('.prf'))).toEqual([]);
  });

  it('destroys nothing where an anchor can’t be read now', async () => {
    const { world } = await withVault();
    world.ring.set(`${foreign}.prf`, key);
    const busy = () => Promise.reject(new CoreError('TEMPORARILY_UNAVAILABLE', 'locked device'));
    await expect(sweepKeys(everywhere(world, { readAnchor: busy }))).rejects.toThrow('locked device');
    expect(world.ring.has(`${foreign}.prf`)).toBe(true);
  });

  it.each(['another scope', 'a changed byte', 'another tag', 'too few bytes'])(
    'an anchor of %s vouches for nothing',
    async (how) => {
      const { world, own } = await withVault();
      const anchor = world.disk.anchors.get(NAME) ?? key;
      const changed = (place: number) => anchor.map((byte, at) => (at === place ? byte ^ 1 : byte));
      world.disk.anchors.clear();
      if (how === 'a changed byte') world.disk.anchors.set(NAME, changed(30));
      else if (how === 'another tag') world.disk.anchors.set(NAME, changed(anchor.length - 1));
      else if (how === 'too few bytes') world.disk.anchors.set(NAME, anchor.slice(0, 40));
      else world.disk.anchors.set('00'.repeat(32), anchor);
      await sweepKeys(everywhere(world));
      expect(world.ring.has(`${own}.prf`)).toBe(false);
    },
  );

  it('leaves alone what an anchor listed that is gone when its turn comes', async () => {
    const { world, own } = await withVault();
    const unlisted = `${own.slice(0, -16)}${'ef'.repeat(8)}.prf`;
    world.ring.set(unlisted, key);
    let reads = 0;
    const readAnchor = (name: string) => Promise.resolve((reads += 1) === 1 ? world.disk.anchors.get(name) : undefined);
    await sweepKeys(everywhere(world, { readAnchor }));
    expect([world.ring.has(`${own}.prf`), world.ring.has(unlisted)]).toEqual([true, true]);
  });

  it('takes a mistake for no anchor that vouches for nothing', async () => {
    const { world, own } = await withVault();
    const mistake = () => Promise.reject(new TypeError('a mistake'));
    await expect(sweepKeys(everywhere(world, { readAnchor: mistake }))).rejects.toThrow(TypeError);
    expect(world.ring.has(`${own}.prf`)).toBe(true);
  });

  it('that begins between the first key of a creation and its anchor waits for that', async () => {
    const world = makeWorld();
    let sweeping: Promise<void> | undefined;
    const { core } = startProcess(world, {
      adjust: (ports) => ({
        ...ports,
        anchors: {
          ...ports.anchors,
          replace: async (...change) => {
            sweeping ??= sweepKeys(everywhere(world));
            await new Promise((resolve) => void setTimeout(resolve, 20));
            return ports.anchors.replace(...change);
          },
        },
      }),
    });
    await core.create(newVault('1234'));
    await sweeping;
    await expect(startProcess(world).core.unlockWith(KIND.appPasscode, '1234')).resolves.toBeUndefined();
  });

  it('waits for a creation and a re-key that make keys, and keeps these', async () => {
    const world = makeWorld();
    const { core } = startProcess(world);
    await Promise.all([core.create(bothSlots('1234', { a: '1' })), sweepKeys(everywhere(world))]);
    const rekeyed = core.rekey({
      policy: { ...POLICY, mode: MODE.BiometricAndPasscode },
      keep: [KIND.biometric],
      create: [passcodeSlot('5678')],
    });
    await Promise.all([rekeyed, ...Array.from({ length: 5 }, () => sweepKeys(everywhere(world)))]);
    const next = startProcess(world).core;
    await expect(next.unlockWith(KIND.appPasscode, '5678')).resolves.toBeUndefined();
  });
});
