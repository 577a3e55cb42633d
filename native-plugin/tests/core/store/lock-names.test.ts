import { expect, it } from 'vitest';
import { fixedAnchorMac } from '../../../scripts/vectors/fixed-devices.ts';
import { seededRandom } from '../../../scripts/vectors/seeded-random.ts';
import { sweepKeys } from '../../../src/core/store/sweep-keys.ts';
import { makeWorld, NAME, newVault, startProcess } from '../support/world.ts';

// FORMAT.md §9 and §17: a second implementation in the same browser waits for the same locks.
it('the locks have the names that the format gives them', async () => {
  const world = makeWorld();
  const asked: string[] = [];
  const mutex = <T>(name: string, task: () => Promise<T>): Promise<T> => {
    asked.push(name);
    return task();
  };
  const { core } = startProcess(world, { adjust: (ports) => ({ ...ports, mutex }) });
  await core.create(newVault('1234', { a: '1' }));
  expect(asked).toEqual([`idv1.${NAME}`, 'idv1']);

  asked.length = 0;
  const unreadable = '00'.repeat(32);
  const gone = '11'.repeat(32);
  world.disk.anchors.set(unreadable, new Uint8Array(5));
  await sweepKeys({
    anchorMac: fixedAnchorMac(world.ring, seededRandom(1)),
    mutex,
    anchorNames: () => Promise.resolve([...world.disk.anchors.keys(), gone]),
    readAnchor: (name) => Promise.resolve(world.disk.anchors.get(name)),
    keyNames: () => Promise.resolve([]),
    destroyKey: () => Promise.resolve(),
  });
  expect(asked).toEqual(['idv1', `idv1.${NAME}`]);
});
