import { expect } from 'vitest';
import { MODE } from '../../../src/vaults/format-words.ts';
import { heardOf } from '../heard.ts';
import { PASSCODE, type Behaviour } from '../world.ts';

const LOCKED = 'locked saved=true timeout=false';

export const events: readonly Behaviour[] = [
  {
    name: 'an event is heard before the answer of the call that caused it, in order',
    async run(world) {
      const vault = await world.open();
      const words = heardOf(vault);
      await vault.replace(MODE.PasscodeOnly, [{ key: 'a', json: '1' }], PASSCODE);
      words.push('replaced');
      await vault.lock();
      words.push('lock answered');
      await vault.unlock();
      words.push('unlock answered');
      await vault.rekey(MODE.SecureStorage);
      words.push('rekey answered');
      expect(words).toEqual([
        ...['configured', 'replaced', LOCKED, 'lock answered', 'unlocked', 'unlock answered'],
        ...['configured', 'rekey answered'],
      ]);
    },
  },
  {
    name: 'listeners are called in the order of subscription, until they cancel',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, [], PASSCODE);
      const words: string[] = [];
      const cancel = vault.subscribe({
        onLock: () => words.push('first'),
        onUnlock: () => undefined,
        onConfig: () => undefined,
      });
      heardOf(await world.open(), words, 'second ');
      await vault.lock();
      cancel();
      await vault.unlock();
      await vault.lock();
      expect(words).toEqual(['first', `second ${LOCKED}`, 'second unlocked', `second ${LOCKED}`]);
    },
  },
  {
    name: 'who listens late hears only what comes, and only of this vault',
    async run(world) {
      const vault = await world.open({ mode: MODE.InMemoryOnly });
      const other = await world.open({ mode: MODE.InMemoryOnly }, { key: 'other' });
      for (const one of [vault, other]) await one.write([{ key: 'a', json: '1' }]);
      await vault.lock();
      const heard = heardOf(vault);
      await other.lock();
      expect(heard).toEqual([]);
      await vault.erase();
      expect(new Set(heard)).toEqual(new Set(['configured']));
    },
  },
  {
    name: 'a listener may call the vault, and is not waited for',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, [{ key: 'a', json: '1' }], PASSCODE);
      const words: string[] = [];
      vault.subscribe({
        onLock: async () => {
          words.push('locked');
          await vault.erase();
          words.push((await vault.status()).isStored ? 'still there' : 'gone');
        },
        onUnlock: () => undefined,
        onConfig: () => undefined,
      });
      await vault.lock();
      await expect.poll(() => words).toEqual(['locked', 'gone']);
    },
  },
  {
    name: 'what happens while nobody calls is heard: of each vault, once',
    async run(world) {
      const words: string[] = [];
      for (const key of ['a', 'b']) {
        const vault = await world.open({ lockAfter: 1000 }, { key });
        await vault.replace(MODE.PasscodeOnly, [], PASSCODE);
        heardOf(vault, words, `${key} `);
      }
      await world.background(1000);
      await world.background(1000);
      const text = 'locked saved=true timeout=true';
      // Of two vaults either may be first.
      expect([...words].sort()).toEqual([`a ${text}`, `b ${text}`]);
    },
  },
  {
    name: 'a wrong passcode is no event, and neither are reads and writes',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, [], PASSCODE);
      const heard = heardOf(vault);
      await vault.write([{ key: 'a', json: '1' }]);
      await vault.readAll();
      await vault.lock();
      await vault.unlockWithPasscode('wrong').catch(() => undefined);
      expect(heard).toEqual([LOCKED]);
    },
  },
];
