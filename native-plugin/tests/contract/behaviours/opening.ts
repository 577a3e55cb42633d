import { expect } from 'vitest';
import { MODE } from '../../../src/vaults/format-words.ts';
import { codeOf } from '../../support/code-of.ts';
import type { Behaviour } from '../world.ts';

export const opening: readonly Behaviour[] = [
  {
    name: 'every handle of one descriptor is the same object, also of calls at the same time',
    async run(world) {
      const [first, second] = await Promise.all([world.open(), world.open()]);
      expect(first).toBe(second);
      expect(await world.open()).toBe(first);
    },
  },
  {
    name: 'other names are other vaults, however their parts are cut, and so are those of another generation',
    async run(world) {
      const names = [
        { key: 'a' },
        { key: 'a.b' },
        { vaultName: 'a', username: '' },
        { vaultName: 'a', username: 'b.c' },
        { vaultName: 'a.b', username: 'c' },
      ];
      const vaults = await Promise.all(names.map((name) => world.open({ mode: MODE.SecureStorage }, name)));
      expect(new Set(vaults).size).toBe(names.length);
      await vaults[0]!.write([{ key: 'k', json: '1' }]);
      expect(await Promise.all(vaults.map(async (vault) => (await vault.keys()).length))).toEqual([1, 0, 0, 0, 0]);
    },
  },
  {
    name: 'a name with half a character is refused',
    async run(world) {
      expect(await codeOf(world.open({}, { key: 'a\ud800' }))).toBe('InvalidArguments');
      expect(await codeOf(world.open({}, { vaultName: 'a', username: '\udc00' }))).toBe('InvalidArguments');
    },
  },
  {
    name: 'nothing is stored at first, and nothing is locked',
    async run(world) {
      const vault = await world.open();
      expect(await vault.status()).toEqual({
        mode: MODE.PasscodeOnly,
        kinds: [3],
        isStored: false,
        isInUse: false,
        hasSession: false,
        isLocked: false,
        isPasscodeSetupNeeded: true,
        attemptsLeft: 5,
      });
      expect([await vault.isUnlocked(), await vault.keys(), await vault.readAll()]).toEqual([false, [], []]);
    },
  },
  {
    name: 'the latest settings win',
    async run(world) {
      const vault = await world.open();
      await world.open({ mode: MODE.SecureStorage, wipeAtMax: false });
      expect(await vault.status()).toMatchObject({ mode: MODE.SecureStorage, attemptsLeft: null });
      await world.open({ mode: MODE.PasscodeOnly, maxAttempts: 3 });
      expect(await vault.status()).toMatchObject({ mode: MODE.PasscodeOnly, attemptsLeft: 3 });
    },
  },
  {
    name: 'what protects it is told, also of a vault in memory',
    async run(world) {
      const stored = await world.open({ mode: MODE.SecureStorage });
      expect(await stored.protection()).toMatchObject({
        persistent: 'yes',
        encryptedAtRest: 'yes',
        userVerification: 'no',
      });
      const memory = await world.open({ mode: MODE.InMemoryOnly }, { key: 'memory' });
      expect(await memory.protection()).toMatchObject({ persistent: 'no', attemptLimit: 'none' });
    },
  },
];
