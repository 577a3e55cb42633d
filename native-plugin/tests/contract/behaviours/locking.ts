import { expect } from 'vitest';
import { MODE } from '../../../src/vaults/format-words.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';
import { codeOf } from '../../support/code-of.ts';
import { heardOf } from '../heard.ts';
import { PASSCODE, SETTINGS, type Behaviour, type World } from '../world.ts';

const ONE = [{ key: 'a', json: '1' }];

/** A lock comes after this call, which may have ended before it on a slow way: what it leaves is locked. */
async function overtaken(world: World, vault: OpenVault, call: Promise<void>): Promise<void> {
  const [outcome] = await Promise.all([codeOf(call), vault.lock()]);
  expect(['VaultLocked', 'resolved']).toContain(outcome);
  await world.quiet();
  expect([await vault.isUnlocked(), await codeOf(vault.keys())]).toEqual([false, 'VaultLocked']);
}

export const locking: readonly Behaviour[] = [
  {
    name: 'a lock keeps what is stored, for every handle',
    async run(world) {
      const vault = await world.open();
      const other = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await other.lock();
      expect(await codeOf(vault.keys())).toBe('VaultLocked');
      await vault.unlock();
      expect(await other.readAll()).toEqual(ONE);
    },
  },
  {
    name: 'a call that comes after a lock finds it locked, without waiting for it',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      const [, read] = await Promise.all([vault.lock(), codeOf(vault.read(['a']))]);
      expect(read).toBe('VaultLocked');
    },
  },
  {
    name: 'a lock wins over an unlock that was called before it',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await vault.lock();
      await overtaken(world, vault, vault.unlock());
    },
  },
  {
    name: 'a lock wins over a passcode that was given before it, through another handle too',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      const other = await world.open();
      await vault.lock();
      await overtaken(world, other, vault.unlockWithPasscode(PASSCODE));
      await vault.unlockWithPasscode(PASSCODE);
      expect(await vault.readAll()).toEqual(ONE);
    },
  },
  {
    name: 'a lock wins in a process that has not looked at what is stored',
    async run(world) {
      await (await world.open()).replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await world.restart();
      const vault = await world.open();
      await overtaken(world, vault, vault.unlockWithPasscode(PASSCODE));
      await world.restart();
      const again = await world.open();
      await overtaken(world, again, again.unlock());
    },
  },
  {
    name: 'a vault in memory is erased by a lock',
    async run(world) {
      const vault = await world.open({ mode: MODE.InMemoryOnly });
      const heard = heardOf(vault);
      await vault.write([{ key: 'session', json: '1' }]);
      expect(await vault.status()).toMatchObject({ isStored: false, isInUse: true, hasSession: true });
      await vault.lock();
      expect(heard).toEqual(['locked saved=false timeout=false']);
      expect([await vault.status(), await vault.keys()]).toMatchObject([{ isInUse: false, isLocked: false }, []]);
    },
  },
  {
    name: 'SecureStorage never locks, and nobody hears of it',
    async run(world) {
      const vault = await world.open({ mode: MODE.SecureStorage, lockAfter: 0 });
      const heard = heardOf(vault);
      await vault.write(ONE);
      await vault.lock();
      await world.background(60_000);
      expect([await vault.readAll(), await vault.status(), heard]).toMatchObject([ONE, { isLocked: false }, []]);
    },
  },
  {
    name: 'time in the background locks when it is over, not before',
    async run(world) {
      const vault = await world.open({ lockAfter: 5000 });
      const heard = heardOf(vault);
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await world.background(4999);
      await world.wait(60_000);
      expect([await vault.isUnlocked(), heard]).toEqual([true, ['configured']]);
      await world.background(5000);
      expect([await vault.isUnlocked(), heard]).toEqual([false, ['configured', 'locked saved=true timeout=true']]);
    },
  },
  {
    name: 'other settings count from now on, for every handle: at once, or never',
    async run(world) {
      const vault = await world.open();
      const other = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await world.background(60_000);
      expect(await vault.isUnlocked()).toBe(true);
      await other.configure({ ...SETTINGS, lockAfter: 0 });
      await world.background(0);
      expect(await vault.isUnlocked()).toBe(false);
    },
  },
  {
    name: 'settings that are stored come with the next write',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await vault.configure({ ...SETTINGS, maxAttempts: 3 });
      expect(await vault.status()).toMatchObject({ attemptsLeft: 5 });
      await vault.write([]);
      expect(await vault.status()).toMatchObject({ attemptsLeft: 3 });
    },
  },
  {
    name: 'erasing needs no unlock, and leaves nothing',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await vault.lock();
      const heard = heardOf(vault);
      await vault.erase();
      expect(heard).toContain('configured');
      expect(await vault.status()).toMatchObject({ isStored: false, isLocked: false, isPasscodeSetupNeeded: true });
      expect(await vault.keys()).toEqual([]);
      await vault.erase();
    },
  },
];
