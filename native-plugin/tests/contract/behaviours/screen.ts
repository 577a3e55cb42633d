import { expect } from 'vitest';
import { MODE } from '../../../src/vaults/format-words.ts';
import { PASSCODE, type Behaviour } from '../world.ts';

export const screen: readonly Behaviour[] = [
  {
    name: 'is covered in the background where a vault asks for it',
    async run(world) {
      await world.open();
      await world.background(1000);
      expect(world.screen).toEqual([]);
      await world.open({ hideScreen: true });
      await world.background(1000);
      expect(world.screen).toEqual(['covered', 'uncovered']);
    },
  },
  {
    name: 'stays covered after a lock until the app has left what it showed',
    async run(world) {
      const vault = await world.open({ hideScreen: true, lockAfter: 1000 });
      await vault.replace(MODE.PasscodeOnly, [], PASSCODE);
      let leave: () => void = () => undefined;
      vault.subscribe({
        onLock: () => new Promise<void>((resolve) => (leave = resolve)),
        onUnlock: () => undefined,
        onConfig: () => undefined,
      });
      await world.background(1000);
      expect(world.screen).toEqual(['covered']);
      leave();
      await expect.poll(() => world.screen).toEqual(['covered', 'uncovered']);
    },
  },
  {
    name: 'and at most 2 s',
    async run(world) {
      const vault = await world.open({ hideScreen: true, lockAfter: 1000 });
      await vault.replace(MODE.PasscodeOnly, [], PASSCODE);
      vault.subscribe({
        onLock: () => new Promise<void>(() => undefined),
        onUnlock: () => undefined,
        onConfig: () => undefined,
      });
      await world.background(1000);
      await world.wait(1999);
      expect(world.screen).toEqual(['covered']);
      await world.wait(1);
      await expect.poll(() => world.screen).toEqual(['covered', 'uncovered']);
    },
  },
  {
    name: 'is covered for every vault, and without any, where the device was told so',
    async run(world) {
      const { device } = world.service;
      expect(await device.hidesScreen()).toBe(false);
      await device.setHidesScreen(true);
      expect(await device.hidesScreen()).toBe(true);
      await world.background(1000);
      expect(world.screen).toEqual(['covered', 'uncovered']);
      await world.open();
      await world.background(1000);
      expect(world.screen).toEqual(['covered', 'uncovered', 'covered', 'uncovered']);
      await device.setHidesScreen(false);
      await world.background(1000);
      expect(world.screen).toHaveLength(4);
    },
  },
];
