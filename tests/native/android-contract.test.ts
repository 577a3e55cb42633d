import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { androidPhone } from '../../scripts/native/android/android-phone.mjs';
import { newestSystem } from '../../scripts/native/android/systems.mjs';
import { AndroidMachine } from './android/android-machine.ts';
import { AndroidWorld } from './android/android-world.ts';
import { vaultModules, type Row, type WorldOptions } from './phone/vault-modules.ts';

const newest = newestSystem();
let machine: AndroidMachine;
let world: AndroidWorld;

afterEach(() => world.throwAway());

async function worldOf(options: WorldOptions | undefined): Promise<AndroidWorld> {
  world = new AndroidWorld(machine, options);
  await world.start();
  return world;
}

interface Vault {
  slotsFor(mode: number): Promise<readonly number[]>;
  replace(mode: number, entries: readonly unknown[], passcode?: string): Promise<void>;
  lock(): Promise<void>;
  unlock(only?: number): Promise<void>;
}

const refusalOf = (call: Promise<unknown>): Promise<unknown> =>
  call.catch((error: unknown) => (error as { readonly code: number }).code);

/** What another device can do and a phone with Android can't, or the other way round; and what is tried in place of it. */
const DIFFERENT: Readonly<Record<string, { readonly why: string; readonly run: (on: AndroidWorld) => Promise<void> }>> =
  {
    'with biometrics': {
      why: 'Where somebody is enrolled, there is a screen lock, too.',
      async run(on) {
        const vault = (await on.open()) as Vault;
        const slots = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((mode) => refusalOf(vault.slotsFor(mode))));
        expect(slots).toEqual([[1], [3], [1, 3], [], [1], [4], [2], [1, 2]]);
      },
    },
    'proves a person by a prompt, or says why not': {
      why: 'Android has a code of its own for biometrics that are locked out.',
      async run(on) {
        const show = () => refusalOf(on.service.device.showBiometricPrompt({}));
        const outcomes = [await show()];
        on.answerBiometrics('canceled');
        outcomes.push(await show());
        on.answerBiometrics('lockedOut');
        outcomes.push(await show());
        expect(outcomes).toEqual([undefined, 100, 17]);
        expect(on.biometricPromptCount).toBe(3);
        expect(await on.service.device.facts()).toMatchObject({ isLockedOut: true });
      },
    },
    'biometrics first, then the passcode where they are locked out; or only the one that was asked for': {
      why: 'The same; and while biometrics are locked out the system shows no prompt for them.',
      async run(on) {
        const vault = (await on.open({ mode: 2 })) as Vault;
        await vault.replace(2, [], vaultModules.PASSCODE);
        await vault.lock();
        await vault.unlock();
        expect([on.biometricPromptCount, on.promptCount]).toEqual([1, 0]);
        await vault.lock();
        on.answerBiometrics('lockedOut');
        expect(await refusalOf(vault.unlock(1))).toBe(17);
        await vault.unlock();
        expect([on.biometricPromptCount, on.promptCount]).toEqual([2, 1]);
        await vault.lock();
        await vault.unlock(3);
        expect([on.biometricPromptCount, on.promptCount]).toEqual([2, 2]);
      },
    },
  };

const all: readonly Row[] = vaultModules.BEHAVIOURS.flatMap(({ rows }) => rows);

describe.each([8, 7] as const)('Capacitor %i', (capacitor) => {
  beforeAll(async () => {
    machine = new AndroidMachine(await androidPhone(capacitor), newest);
  });
  afterAll(() => machine.turnOff());

  describe.each(vaultModules.BEHAVIOURS)('$topic', ({ rows }) => {
    it.each(rows.filter(({ name }) => !(name in DIFFERENT)))('$name', async ({ on, run }) => {
      await run(await worldOf(on));
      expect(world.phone.isRunning).toBe(true);
    });
  });

  it.each(Object.entries(DIFFERENT))('otherwise here: %s', async (name, { run }) => {
    const row = all.find((one) => one.name === name);
    expect(row).toBeDefined();
    await run(await worldOf(row?.on));
  });
});
