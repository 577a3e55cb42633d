import { expect } from 'vitest';
import { MODE } from '../../../src/vaults/format-words.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';
import { codeOf } from '../../support/code-of.ts';
import { PASSCODE, type Behaviour, type World } from '../world.ts';

const FORMER = { key: 'session', json: '"former"' };
const RENEWED = { key: 'session', json: '"renewed"' };

async function unlocked(world: World): Promise<OpenVault> {
  const vault = await world.open();
  await vault.replace(MODE.PasscodeOnly, [FORMER], PASSCODE);
  return vault;
}

export const leases: readonly Behaviour[] = [
  {
    name: 'with a lease a write succeeds after a lock, and nothing can be read',
    async run(world) {
      const vault = await unlocked(world);
      const lease = await vault.lease(['session']);
      await vault.lock();
      expect(await codeOf(vault.read(['session']))).toBe('VaultLocked');
      await vault.write([RENEWED], lease);
      expect(await vault.isUnlocked()).toBe(false);
      await vault.unlock();
      expect(await vault.readAll()).toEqual([RENEWED]);
    },
  },
  {
    name: 'a lease is good for one write, for its keys, and until 10 s after the lock',
    async run(world) {
      const vault = await unlocked(world);
      const first = await vault.lease(['session']);
      expect(await codeOf(vault.lease(['session']))).toBe('Conflict');
      await vault.write([RENEWED], first);
      expect(await codeOf(vault.write([FORMER], first))).toBe('VaultLocked');
      const second = await vault.lease(['session']);
      expect(await codeOf(vault.write([{ key: 'other', json: '1' }], second))).toBe('InvalidArguments');
      const third = await vault.lease(['session']);
      await vault.lock();
      await world.wait(10_000);
      expect(await codeOf(vault.write([FORMER], third))).toBe('VaultLocked');
      await vault.unlock();
      expect(await vault.readAll()).toEqual([RENEWED]);
    },
  },
  {
    name: 'a lease that is ended is none, and leaves room for another',
    async run(world) {
      const vault = await unlocked(world);
      const lease = await vault.lease(['session']);
      await vault.endLease(lease);
      await vault.endLease('never-given');
      expect(await codeOf(vault.write([RENEWED], lease))).toBe('VaultLocked');
      expect(typeof (await vault.lease(['session']))).toBe('string');
    },
  },
  {
    name: 'what was written meanwhile is not written over',
    async run(world) {
      const vault = await unlocked(world);
      const lease = await vault.lease(['session']);
      await vault.write([{ key: 'session', json: '"of another"' }]);
      expect(await codeOf(vault.write([RENEWED], lease))).toBe('Conflict');
      expect(await vault.readAll()).toEqual([{ key: 'session', json: '"of another"' }]);
    },
  },
  {
    name: 'a locked vault gives no lease',
    async run(world) {
      const vault = await unlocked(world);
      await vault.lock();
      expect(await codeOf(vault.lease(['session']))).toBe('VaultLocked');
    },
  },
  {
    name: 'tasks that renew come one after the other, whatever becomes of them',
    async run(world) {
      const vault = await unlocked(world);
      const steps: string[] = [];
      const task = (name: string) => async (): Promise<void> => {
        steps.push(`${name} begins`);
        await world.quiet();
        steps.push(`${name} ends`);
      };
      await Promise.all([vault.renewing(task('one')), vault.renewing(task('two'))]);
      expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    },
  },
];
