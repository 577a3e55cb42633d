import { expect } from 'vitest';
import { KIND, MODE, type Mode } from '../../../src/vaults/format-words.ts';
import { codeOf } from '../../support/code-of.ts';
import { PASSCODE, type Behaviour, type World } from '../world.ts';

const ONE = [{ key: 'a', json: '1' }];

async function slots(world: World): Promise<unknown[]> {
  const vault = await world.open();
  const modes = Object.values(MODE).sort((a, b) => a - b);
  const slotsFor = (mode: Mode) => vault.slotsFor(mode).catch((error: unknown) => (error as { code: number }).code);
  return Promise.all(modes.map(slotsFor));
}

export const keys: readonly Behaviour[] = [
  {
    name: 'the ways to unlock that each mode has: on a device with nothing',
    async run(world) {
      expect(await slots(world)).toEqual([120, [3], [3], [], [3], [4], 120, 120]);
    },
  },
  {
    name: 'with biometrics',
    on: { biometrics: 'enrolled' },
    async run(world) {
      expect(await slots(world)).toEqual([[1], [3], [1, 3], [], [1], [4], 120, 120]);
    },
  },
  {
    name: 'with a passcode of the device',
    on: { biometrics: 'supported', systemPasscode: true },
    async run(world) {
      expect(await slots(world)).toEqual([120, [3], [3], [], [3], [4], [2], [2]]);
    },
  },
  {
    name: 'replace makes a new vault in place of the old one, whose passcode opens nothing',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, [{ key: 'old', json: '1' }], 'old passcode');
      await vault.lock();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      expect([await vault.isUnlocked(), await vault.readAll()]).toEqual([true, ONE]);
      await vault.lock();
      expect(await codeOf(vault.unlockWithPasscode('old passcode'))).toBe('AuthFailed');
      await vault.unlockWithPasscode(PASSCODE);
      expect(await vault.keys()).toEqual(['a']);
    },
  },
  {
    name: 'what can not be made leaves the old vault as it was',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      const refusals = [
        await codeOf(vault.replace(MODE.BiometricOnly, [])),
        await codeOf(vault.replace(MODE.PasscodeOnly, [])),
        await codeOf(vault.replace(MODE.PasscodeOnly, [], '123')),
        await codeOf(vault.replace(MODE.PasscodeOnly, [], 'x'.repeat(129))),
        await codeOf(vault.replace(MODE.PasscodeOnly, [], '1234\ud800')),
        await codeOf(vault.rekey(MODE.DeviceCredentialOnly)),
        await codeOf(vault.rekey(MODE.PasscodeOnly, '123')),
      ];
      const [mode, passcode] = ['PolicyNotMet', 'PolicyNotMet'];
      expect(refusals).toEqual([mode, 'MissingPasscode', passcode, passcode, passcode, mode, passcode]);
      expect([await vault.status(), await vault.readAll()]).toMatchObject([{ mode: MODE.PasscodeOnly }, ONE]);
      await vault.lock();
      await vault.unlockWithPasscode(PASSCODE);
    },
  },
  {
    name: 'another passcode takes the place of the first, and keeps the values',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await vault.rekey(MODE.PasscodeOnly, 'another one');
      await vault.lock();
      expect(await codeOf(vault.unlockWithPasscode(PASSCODE))).toBe('AuthFailed');
      await vault.unlockWithPasscode('another one');
      expect(await vault.readAll()).toEqual(ONE);
    },
  },
  {
    name: 'another mode takes the place of the first, and keeps the values',
    on: { biometrics: 'enrolled' },
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      for (const mode of [MODE.BiometricAndPasscode, MODE.BiometricOnly, MODE.SecureStorage, MODE.InMemoryOnly]) {
        await vault.rekey(mode, mode === MODE.BiometricAndPasscode ? PASSCODE : undefined);
        expect([await vault.status(), await vault.readAll()]).toMatchObject([{ mode, isInUse: true }, ONE]);
      }
      expect(await vault.status()).toMatchObject({ isStored: false });
    },
  },
  {
    name: 'a locked vault keeps its keys',
    async run(world) {
      const vault = await world.open();
      await vault.replace(MODE.PasscodeOnly, ONE, PASSCODE);
      await vault.lock();
      expect(await codeOf(vault.rekey(MODE.SecureStorage))).toBe('VaultLocked');
      expect(await vault.status()).toMatchObject({ mode: MODE.PasscodeOnly, isLocked: true });
    },
  },
  {
    name: 'what was begun before an erasure brings nothing back',
    async run(world) {
      const vault = await world.open({ mode: MODE.SecureStorage });
      await vault.replace(MODE.SecureStorage, ONE);
      // Heard from the start: a phone may refuse these before the erasure has been answered.
      const begun = Promise.allSettled([
        vault.write([{ key: 'b', json: '2' }]),
        vault.replace(MODE.SecureStorage, ONE),
      ]);
      await vault.erase();
      await begun;
      // Waits for its turn, and has nothing to do.
      await vault.write([]);
      expect(await vault.status()).toMatchObject({ isStored: false, isInUse: false });
      await vault.write([{ key: 'c', json: '3' }]);
      expect(await vault.keys()).toEqual(['c']);
    },
  },
  {
    name: 'where nothing is stored another mode is that of the next vault, until it was erased',
    async run(world) {
      const vault = await world.open();
      await vault.rekey(MODE.SecureStorage);
      expect(await vault.status()).toMatchObject({ mode: MODE.SecureStorage, isStored: false });
      await vault.write(ONE);
      expect(await vault.status()).toMatchObject({ mode: MODE.SecureStorage, isStored: true });
      await vault.erase();
      expect(await vault.status()).toMatchObject({ mode: MODE.PasscodeOnly, isStored: false });
    },
  },
  {
    name: 'what the built-in prompt gave sets the passcode that was entered there',
    async run(world) {
      const vault = await world.open();
      world.enterPasscode('of the prompt');
      await vault.replace(MODE.PasscodeOnly, ONE, await vault.choosePasscode());
      world.enterPasscode('of the second prompt');
      await vault.rekey(MODE.PasscodeOnly, await vault.choosePasscode());
      expect(world.promptCount).toBe(2);
      await vault.lock();
      expect(await codeOf(vault.unlockWithPasscode('of the prompt'))).toBe('AuthFailed');
      await vault.unlockWithPasscode('of the second prompt');
    },
  },
  {
    name: 'a cancelled built-in prompt gives nothing',
    async run(world) {
      const vault = await world.open();
      world.cancelPrompts();
      expect(await vault.choosePasscode()).toBeUndefined();
      expect(await vault.status()).toMatchObject({ kinds: [KIND.appPasscode], isStored: false });
    },
  },
];
