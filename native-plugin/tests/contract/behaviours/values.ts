import { expect } from 'vitest';
import { MODE } from '../../../src/vaults/format-words.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';
import { codeOf } from '../../support/code-of.ts';
import { PASSCODE, type Behaviour, type World } from '../world.ts';

const stored = (world: World): Promise<OpenVault> => world.open({ mode: MODE.SecureStorage });
const sorted = async (vault: OpenVault): Promise<string[]> => [...(await vault.keys())].sort();

async function locked(world: World): Promise<OpenVault> {
  const vault = await world.open();
  await vault.replace(MODE.PasscodeOnly, [{ key: 'a', json: '1' }], PASSCODE);
  await vault.lock();
  return vault;
}

export const values: readonly Behaviour[] = [
  {
    name: 'only what was asked for comes back, and only what is there',
    async run(world) {
      const vault = await stored(world);
      await vault.write([
        { key: 'a', json: '1' },
        { key: 'b', json: '"two"' },
      ]);
      expect(await vault.read(['b', 'c'])).toEqual([{ key: 'b', json: '"two"' }]);
      expect(await vault.read([])).toEqual([]);
      expect(await sorted(vault)).toEqual(['a', 'b']);
      expect((await vault.readAll()).map(({ key }) => key).sort()).toEqual(['a', 'b']);
    },
  },
  {
    name: 'a read sees every change that was called before it, also through another handle',
    async run(world) {
      for (const mode of [MODE.SecureStorage, MODE.InMemoryOnly]) {
        const vault = await world.open({ mode }, { key: `mode ${mode}` });
        const other = await world.open({ mode }, { key: `mode ${mode}` });
        const changes = [vault.write([{ key: 'a', json: '1' }]), other.write([{ key: 'a', json: '2' }])];
        const seen = await Promise.all([vault.read(['a']), other.readAll(), vault.keys()]);
        expect([mode, ...seen]).toEqual([mode, [{ key: 'a', json: '2' }], [{ key: 'a', json: '2' }], ['a']]);
        await Promise.all(changes);
      }
    },
  },
  {
    name: 'a read sees a new vault and another passcode that were called before it',
    async run(world) {
      const vault = await world.open();
      const changes = [
        vault.replace(MODE.PasscodeOnly, [{ key: 'a', json: '1' }], 'old passcode'),
        vault.write([{ key: 'b', json: '2' }]),
        vault.rekey(MODE.PasscodeOnly, PASSCODE),
        vault.write([{ key: 'a', json: null }]),
      ];
      expect(await vault.readAll()).toEqual([{ key: 'b', json: '2' }]);
      await Promise.all(changes);
    },
  },
  {
    name: 'keys are any text, also one that every object has',
    async run(world) {
      const vault = await stored(world);
      expect(await vault.read(['toString', '__proto__', 'constructor'])).toEqual([]);
      const keys = ['__proto__', 'constructor', 'ключ', '\u{1f511}', ' ', 'x'.repeat(1024)];
      await vault.write(keys.map((key, index) => ({ key, json: String(index) })));
      expect(await sorted(vault)).toEqual([...keys].sort());
      expect(await vault.read(['__proto__'])).toEqual([{ key: '__proto__', json: '0' }]);
    },
  },
  {
    name: 'JSON texts come back as they were, character for character',
    async run(world) {
      const vault = await stored(world);
      const texts = ['{ "b":1.0, "a":[ ] }', '12345678901234567890', '"\\u00e9é\u2028\u{1f600}\\ud800"', 'null', '""'];
      await vault.write(texts.map((json, index) => ({ key: `k${index}`, json })));
      const all = await vault.readAll();
      expect([...all].sort((a, b) => a.key.localeCompare(b.key)).map(({ json }) => json)).toEqual(texts);
    },
  },
  {
    name: 'of two changes of one key the later wins; null removes',
    async run(world) {
      const vault = await stored(world);
      await vault.write([
        { key: 'a', json: '1' },
        { key: 'a', json: '2' },
        { key: 'b', json: '3' },
        { key: 'b', json: null },
      ]);
      expect(await vault.readAll()).toEqual([{ key: 'a', json: '2' }]);
      await vault.write([{ key: 'a', json: null }]);
      expect([await vault.keys(), await vault.status()]).toMatchObject([[], { isStored: true, isInUse: false }]);
    },
  },
  {
    name: 'only a value to set makes a vault where none is',
    async run(world) {
      const vault = await stored(world);
      await vault.write([{ key: 'a', json: null }]);
      await vault.write([]);
      expect(await vault.status()).toMatchObject({ isStored: false });
      await vault.write([{ key: 'session', json: '1' }]);
      expect(await vault.status()).toMatchObject({ isStored: true, isInUse: true, hasSession: true });
    },
  },
  {
    name: 'all of a change or nothing',
    async run(world) {
      const vault = await stored(world);
      await vault.write([{ key: 'a', json: '1' }]);
      const bad = ['', 'x'.repeat(1025), 'é'.repeat(513)];
      for (const key of bad) {
        const change = vault.write([
          { key: 'a', json: '2' },
          { key, json: '3' },
        ]);
        expect(await codeOf(change)).toBe('InvalidArguments');
      }
      expect(await vault.readAll()).toEqual([{ key: 'a', json: '1' }]);
    },
  },
  {
    name: 'half a character can be no key and no value, and nothing is found under it',
    async run(world) {
      const vault = await stored(world);
      await vault.write([{ key: '\ufffd', json: '1' }]);
      expect(await codeOf(vault.write([{ key: '\ud800', json: '1' }]))).toBe('InvalidArguments');
      expect(await codeOf(vault.write([{ key: 'a', json: '"\udfff"' }]))).toBe('InvalidArguments');
      expect(await codeOf(vault.replace(MODE.SecureStorage, [{ key: '\ud800', json: '1' }]))).toBe('InvalidArguments');
      expect(await vault.read(['\ud800'])).toEqual([]);
      expect(await vault.keys()).toEqual(['\ufffd']);
    },
  },
  {
    name: 'too much is refused, and changes nothing',
    async run(world) {
      const vault = await stored(world);
      await vault.write([{ key: 'a', json: '1' }]);
      const json = `"${'x'.repeat(16 * 1024 * 1024)}"`;
      expect(await codeOf(vault.write([{ key: 'b', json }]))).toBe('LimitExceeded');
      expect(await vault.keys()).toEqual(['a']);
    },
  },
  {
    name: 'changes made at the same time are all kept',
    async run(world) {
      const vault = await stored(world);
      const keys = Array.from({ length: 12 }, (_, index) => `k${String(index).padStart(2, '0')}`);
      await Promise.all(keys.map((key) => vault.write([{ key, json: '1' }])));
      expect(await sorted(vault)).toEqual(keys);
    },
  },
  {
    name: 'nothing is read or written while it is locked; what can be said without opening is',
    async run(world) {
      const vault = await locked(world);
      const calls = [vault.keys(), vault.read(['a']), vault.readAll(), vault.write([{ key: 'a', json: null }])];
      expect(await Promise.all(calls.map(codeOf))).toEqual(Array(4).fill('VaultLocked'));
      expect(await vault.status()).toMatchObject({ isLocked: true, isStored: true, isInUse: true, hasSession: false });
      expect(await vault.isUnlocked()).toBe(false);
      expect(world.promptCount).toBe(0);
    },
  },
  {
    name: 'a vault that needs a passcode and has none takes no value',
    async run(world) {
      const vault = await world.open();
      expect(await codeOf(vault.write([{ key: 'a', json: '1' }]))).toBe('MissingPasscode');
      expect(await vault.status()).toMatchObject({ isStored: false, isPasscodeSetupNeeded: true });
    },
  },
  {
    name: 'what is damaged counts as stored and in use, and is told when it is opened',
    async run(world) {
      const vault = await locked(world);
      await world.damage();
      await world.restart();
      const again = await world.open();
      expect(await again.status()).toMatchObject({ isStored: true, isInUse: true, isLocked: true });
      expect(await codeOf(again.unlockWithPasscode(PASSCODE))).toBe('Corrupt');
      expect(vault).not.toBe(again);
      await again.erase();
      expect(await again.status()).toMatchObject({ isStored: false });
    },
  },
];
