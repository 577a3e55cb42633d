import { expect } from 'vitest';
import { MODE } from '../../../src/vaults/format-words.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';
import { codeOf } from '../../support/code-of.ts';
import { heardOf } from '../heard.ts';
import { PASSCODE, type Behaviour, type World } from '../world.ts';

const ONE = [{ key: 'a', json: '1' }];

async function timed(world: World, timeouts: object): Promise<{ vault: OpenVault; heard: string[] }> {
  const vault = await world.open(timeouts);
  await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
  await world.quiet();
  return { vault, heard: heardOf(vault) };
}

export const timeouts: readonly Behaviour[] = [
  {
    name: 'nobody is there: a warning, then a lock, each when it is due',
    async run(world) {
      const { vault, heard } = await timed(world, { idleTimeout: 100_000 });
      await world.wait(69_999);
      expect(heard).toEqual([]);
      await world.wait(1);
      expect(heard).toEqual(['idle remaining=30000']);
      await world.wait(29_999);
      expect(await vault.isUnlocked()).toBe(true);
      await world.wait(1);
      expect(heard).toEqual(['idle remaining=30000', 'locked saved=true timeout=true']);
      expect(await codeOf(vault.readAll())).toBe('VaultLocked');
    },
  },
  {
    name: 'a report of activity ends the warning, and the time starts anew',
    async run(world) {
      const { vault, heard } = await timed(world, { idleTimeout: 10_000 });
      await world.wait(5000);
      await vault.reportActivity();
      await world.quiet();
      expect(heard).toEqual(['idle remaining=5000', 'active']);
      await world.wait(9999);
      expect(await vault.isUnlocked()).toBe(true);
      await world.wait(1);
      expect(await vault.isUnlocked()).toBe(false);
    },
  },
  {
    name: 'the session’s time is over, in use or not; an unlock starts it anew',
    async run(world) {
      const { vault, heard } = await timed(world, { sessionTimeout: 10_000 });
      await world.wait(9000);
      await vault.reportActivity();
      await world.wait(1000);
      expect(heard).toEqual(['locked saved=true timeout=true']);
      await vault.unlock();
      await world.wait(9999);
      expect(await vault.isUnlocked()).toBe(true);
      await world.wait(1);
      expect(await vault.isUnlocked()).toBe(false);
    },
  },
  {
    name: 'without them time in the foreground locks nothing, and SecureStorage is never locked by them',
    async run(world) {
      const { vault } = await timed(world, {});
      await world.wait(10_000_000);
      expect(await vault.isUnlocked()).toBe(true);
      const open = await world.open(
        { mode: MODE.SecureStorage, idleTimeout: 1000, sessionTimeout: 1000 },
        { key: 'open' },
      );
      await open.write(ONE);
      await world.wait(10_000);
      expect(await open.readAll()).toEqual(ONE);
    },
  },
];
