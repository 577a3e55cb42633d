import { expect } from 'vitest';
import { MODE } from '../../../src/vaults/format-words.ts';
import { codeOf } from '../../support/code-of.ts';
import { PASSCODE, type Behaviour } from '../world.ts';

const ONE = [{ key: 'a', json: '1' }];

export const processes: readonly Behaviour[] = [
  {
    name: 'the end of the process locks, and keeps what is stored',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await world.restart();
      const again = await world.open();
      expect(await again.status()).toMatchObject({ isLocked: true, isInUse: true });
      expect(await codeOf(again.readAll())).toBe('VaultLocked');
      await again.unlock();
      expect(await again.readAll()).toEqual(ONE);
    },
  },
  {
    name: 'what never locks is open in the next process, what was in memory is gone',
    async run(world) {
      const vault = await world.open({ mode: MODE.SecureStorage });
      const memory = await world.open({ mode: MODE.InMemoryOnly }, { key: 'memory' });
      for (const one of [vault, memory]) await one.write(ONE);
      await world.restart();
      const again = await world.open({ mode: MODE.SecureStorage });
      expect(await again.readAll()).toEqual(ONE);
      expect(await (await world.open({ mode: MODE.InMemoryOnly }, { key: 'memory' })).keys()).toEqual([]);
    },
  },
  {
    name: 'a stored vault keeps its mode, whatever the settings of the next process say',
    async run(world) {
      const vault = await world.open({ mode: MODE.SecureStorage });
      await vault.write(ONE);
      await world.restart();
      const again = await world.open({ mode: MODE.PasscodeOnly });
      expect(await again.status()).toMatchObject({
        mode: MODE.SecureStorage,
        kinds: [4],
        isPasscodeSetupNeeded: false,
      });
    },
  },
  {
    name: 'attempts are counted over processes',
    async run(world) {
      const vault = await world.open({ maxAttempts: 3 });
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      const codes: string[] = [];
      for (let left = 3; left > 0; left -= 1) {
        await world.restart();
        codes.push(await codeOf((await world.open()).unlockWithPasscode('wrong')));
      }
      expect(codes).toEqual(['AuthFailed', 'AuthFailed', 'TooManyFailedAttempts']);
    },
  },
];
