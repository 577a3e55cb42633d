import { afterAll, describe, expect, it } from 'vitest';
import { locks } from './behaviours/locks.ts';
import { reach } from './behaviours/reach.ts';
import { refresh } from './behaviours/refresh.ts';
import { adaptersWith } from './callers.ts';
import { Packages } from './packages.ts';
import { World, type Behaviour } from './world.ts';

const packages = new Packages();
afterAll(() => packages.remove());
const adapters = await adaptersWith(packages);
const behaviours: readonly Behaviour[] = [...reach, ...locks, ...refresh];

describe.each(adapters)('$name', (adapter) => {
  it.each(behaviours.filter(({ streams }) => adapter.streams || !streams))('$name', async ({ run }) => {
    const world = await World.of(adapter);
    try {
      await run(world);
    } finally {
      await world.end();
    }
    expect.hasAssertions();
  });
});
