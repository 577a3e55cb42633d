import { expect } from 'vitest';
import { KIND, MODE, type Mode } from '../../../src/vaults/format-words.ts';
import type { Settings } from '../../../src/vaults/settings.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';
import { codeOf } from '../../support/code-of.ts';
import { heardOf } from '../heard.ts';
import { PASSCODE, type Behaviour, type World } from '../world.ts';

async function locked(world: World, mode: Mode, settings: Partial<Settings> = {}): Promise<OpenVault> {
  const vault = await world.open({ mode, ...settings });
  const hasPasscode = (await vault.slotsFor(mode)).includes(KIND.appPasscode);
  await vault.replace(mode, [{ key: 'a', json: '1' }], hasPasscode ? PASSCODE : undefined);
  await vault.lock();
  return vault;
}

export const unlocking: readonly Behaviour[] = [
  {
    name: 'a wrong passcode costs an attempt, the right one gives all back',
    async run(world) {
      const vault = await locked(world, MODE.PasscodeOnly);
      expect(await codeOf(vault.unlockWithPasscode('wrong'))).toBe('AuthFailed');
      expect(await codeOf(vault.unlockWithPasscode('wrong'))).toBe('AuthFailed');
      expect(await vault.status()).toMatchObject({ attemptsLeft: 3, isLocked: true });
      await vault.unlockWithPasscode(PASSCODE);
      expect(await vault.status()).toMatchObject({ attemptsLeft: 5, isLocked: false });
      expect([await vault.isUnlocked(), world.promptCount]).toEqual([true, 0]);
    },
  },
  {
    name: 'what can not be a passcode costs nothing',
    async run(world) {
      const vault = await locked(world, MODE.PasscodeOnly);
      for (const passcode of ['', '123', '1234\ud800']) {
        expect(await codeOf(vault.unlockWithPasscode(passcode))).toBe('InvalidArguments');
      }
      expect(await vault.status()).toMatchObject({ attemptsLeft: 5 });
    },
  },
  {
    name: 'the last attempt erases, and whoever listens hears of it first',
    async run(world) {
      const vault = await locked(world, MODE.PasscodeOnly, { maxAttempts: 2 });
      const heard = heardOf(vault);
      expect(await codeOf(vault.unlockWithPasscode('wrong'))).toBe('AuthFailed');
      expect(heard).toEqual([]);
      expect(await codeOf(vault.unlockWithPasscode('wrong'))).toBe('TooManyFailedAttempts');
      expect(heard).toEqual(['configured']);
      expect(await vault.status()).toMatchObject({ isStored: false, isLocked: false });
      expect(await vault.keys()).toEqual([]);
    },
  },
  {
    name: 'without erasure the next attempt has to wait, and the message says how long',
    async run(world) {
      const vault = await locked(world, MODE.PasscodeOnly, { wipeAtMax: false, maxAttempts: 1 });
      expect(await vault.status()).toMatchObject({ attemptsLeft: null });
      for (let left = 3; left > 0; left -= 1) {
        expect(await codeOf(vault.unlockWithPasscode('wrong'))).toBe('AuthFailed');
      }
      const early = vault.unlockWithPasscode(PASSCODE);
      await expect(early).rejects.toMatchObject({
        code: 123,
        message: expect.stringMatching(/^Too early .*Try again in \d+ (seconds?|minutes)\.$/) as string,
      });
      await world.wait(3_600_000);
      await vault.unlockWithPasscode(PASSCODE);
    },
  },
  {
    name: 'calls made at the same time share one prompt, also through another handle',
    async run(world) {
      const vault = await locked(world, MODE.PasscodeOnly);
      const other = await world.open();
      await Promise.all([vault.unlock(), other.unlock(), vault.unlock()]);
      expect(world.promptCount).toBe(1);
      expect(await other.readAll()).toEqual([{ key: 'a', json: '1' }]);
    },
  },
  {
    name: 'a cancelled prompt is told, and costs nothing',
    async run(world) {
      const vault = await locked(world, MODE.PasscodeOnly);
      world.cancelPrompts();
      const outcomes = await Promise.all([codeOf(vault.unlock()), codeOf(vault.unlock())]);
      expect(outcomes).toEqual(['UserCanceledInteraction', 'UserCanceledInteraction']);
      expect(await vault.status()).toMatchObject({ attemptsLeft: 5, isLocked: true });
    },
  },
  {
    name: 'where it is not locked there is nothing to do, and nobody is asked',
    async run(world) {
      const vault = await world.open();
      await vault.unlock();
      await vault.unlockWithPasscode('whatever');
      await vault.replace(MODE.PasscodeOnly, [], PASSCODE);
      await vault.unlock();
      await vault.unlockWithPasscode('whatever');
      expect(world.promptCount).toBe(0);
    },
  },
  {
    name: 'biometrics first, then the passcode where they are locked out; or only the one that was asked for',
    on: { biometrics: 'enrolled' },
    async run(world) {
      const vault = await locked(world, MODE.BiometricAndPasscode);
      await vault.unlock();
      expect([world.biometricPromptCount, world.promptCount]).toEqual([1, 0]);
      await vault.lock();
      world.answerBiometrics('lockedOut');
      expect(await codeOf(vault.unlock(KIND.biometric))).toBe('iOSBiometricsLockedOut');
      await vault.unlock();
      expect(world.promptCount).toBe(1);
      await vault.lock();
      await vault.unlock(KIND.appPasscode);
      expect([world.biometricPromptCount, world.promptCount]).toEqual([3, 2]);
    },
  },
  {
    name: 'a way that the vault does not have is told',
    async run(world) {
      const vault = await locked(world, MODE.PasscodeOnly);
      expect(await codeOf(vault.unlock(KIND.biometric))).toBe('KeyNotFound');
      expect(world.promptCount).toBe(0);
    },
  },
  {
    name: 'someone was enrolled: the other way opens it, and makes biometrics work again',
    on: { biometrics: 'enrolled' },
    async run(world) {
      const vault = await locked(world, MODE.BiometricAndPasscode);
      world.enrolBiometrics();
      expect(await codeOf(vault.unlock())).toBe('InvalidatedCredential');
      await vault.unlock();
      await vault.lock();
      expect(world.promptCount).toBe(1);
      await vault.unlock();
      expect(world.promptCount).toBe(1);
    },
  },
  {
    name: 'someone was enrolled: without another way it stays shut, with wipe it is erased, with ignore it opens',
    on: { biometrics: 'enrolled' },
    async run(world) {
      const outcomes: unknown[] = [];
      for (const onEnrollmentChange of ['requireOther', 'wipe', 'ignore'] as const) {
        const vault = await locked(world, MODE.BiometricOnly, { onEnrollmentChange });
        world.enrolBiometrics();
        outcomes.push(await codeOf(vault.unlock()), (await vault.status()).isStored);
        await vault.erase();
      }
      expect(outcomes).toEqual(['InvalidatedCredential', true, 'InvalidatedCredential', false, 'resolved', true]);
    },
  },
];
