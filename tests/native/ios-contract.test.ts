import { afterEach, describe, expect, it } from 'vitest';
import { iosApp } from '../../scripts/native/ios-app.mjs';
import { IosWorld } from './ios/ios-world.ts';
import { vaultModules, type Row, type WorldOptions } from './phone/vault-modules.ts';

const executable = await iosApp();
let world: IosWorld;

async function worldOf(options: WorldOptions | undefined): Promise<IosWorld> {
  world = new IosWorld(executable, options);
  await world.start();
  return world;
}

afterEach(async () => {
  await world.throwAway();
});

interface Vault {
  slotsFor(mode: number): Promise<readonly number[]>;
  replace(mode: number, entries: readonly unknown[], passcode?: string): Promise<void>;
  lock(): Promise<void>;
  unlock(only?: number): Promise<void>;
}

const refusalOf = (call: Promise<unknown>): Promise<unknown> =>
  call.catch((error: unknown) => (error as { readonly code: number }).code);

/** What another device can do and an iPhone can't, or the other way round; and what is tried in place of it. */
const DIFFERENT: Readonly<Record<string, { readonly why: string; readonly run: (on: IosWorld) => Promise<void> }>> = {
  'with biometrics': {
    why: 'Where somebody is enrolled, there is a passcode, too.',
    async run(on) {
      const vault = (await on.open()) as Vault;
      const slots = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((mode) => refusalOf(vault.slotsFor(mode))));
      expect(slots).toEqual([[1], [3], [1, 3], [], [1], [4], [2], [1, 2]]);
    },
  },
  'biometrics first, then the passcode where they are locked out; or only the one that was asked for': {
    why: 'While biometrics are locked out the system shows no prompt for them.',
    async run(on) {
      const vault = (await on.open({ mode: 2 })) as Vault;
      await vault.replace(2, [], vaultModules.PASSCODE);
      await vault.lock();
      await vault.unlock();
      expect([on.biometricPromptCount, on.promptCount]).toEqual([1, 0]);
      await vault.lock();
      on.answerBiometrics('lockedOut');
      expect(await refusalOf(vault.unlock(1))).toBe(112);
      await vault.unlock();
      expect([on.biometricPromptCount, on.promptCount]).toEqual([2, 1]);
      await vault.lock();
      await vault.unlock(3);
      expect([on.biometricPromptCount, on.promptCount]).toEqual([2, 2]);
    },
  },
};

describe.each(vaultModules.BEHAVIOURS)('$topic', ({ rows }) => {
  it.each(rows.filter(({ name }) => !(name in DIFFERENT)))('$name', async ({ on, run }) => {
    await run(await worldOf(on));
    expect(world.phone.isRunning).toBe(true);
  });
});

const all: readonly Row[] = vaultModules.BEHAVIOURS.flatMap(({ rows }) => rows);

it.each(Object.entries(DIFFERENT))('otherwise here: %s', async (name, { run }) => {
  const row = all.find((one) => one.name === name);
  expect(row).toBeDefined();
  await run(await worldOf(row?.on));
});
