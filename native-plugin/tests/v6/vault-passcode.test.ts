import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Vault, VaultErrorCodes, VaultType, type IdentityVaultConfig } from '../../src/index.ts';
import { useTestVault, type TestVault } from '../../src/testing/index.ts';
import { codeOf } from '../support/code-of.ts';
import { failuresOf } from '../support/failures-of.ts';

const PASSCODE: IdentityVaultConfig = { key: 'app', type: VaultType.CustomPasscode };
const SECURE: IdentityVaultConfig = { key: 'app', type: VaultType.SecureStorage };

let device: TestVault;
beforeEach(() => {
  device = useTestVault();
});
afterEach(() => device.restore());

/** Answers every request like this, and writes them down. */
const answering = (vault: Vault, answer: (isSet: boolean) => string): boolean[] => {
  const requests: boolean[] = [];
  vault.onPasscodeRequested((isSet, onComplete) => {
    requests.push(isSet);
    onComplete(answer(isSet));
  });
  return requests;
};
const open = async (config: IdentityVaultConfig = PASSCODE): Promise<Vault> => {
  const vault = new Vault();
  await vault.initialize(config);
  return vault;
};

describe('onPasscodeRequested', () => {
  it('asks once to set, when the first value is stored, and once for each unlock', async () => {
    const vault = await open();
    const requests = answering(vault, () => 'open sesame');
    await Promise.all([vault.setValue('a', 1), vault.setValue('b', 2)]);
    expect(requests).toEqual([true]);
    await vault.lock();
    expect(await vault.getKeys()).toEqual(['a', 'b']);
    expect([requests, device.promptCount]).toEqual([[true, false], 0]);
  });

  it('asks once to set, whichever instances store the first values', async () => {
    const [one, other] = [await open(), await open()];
    const requests = [answering(one, () => 'open sesame'), answering(other, () => 'open sesame')];
    await Promise.all([one.setValue('a', 1), other.setValue('b', 2)]);
    expect(requests).toEqual([[true], []]);
    expect(await one.getKeys()).toEqual(['a', 'b']);
  });

  it('setCustomPasscode answers as well, also later', async () => {
    const vault = await open();
    vault.onPasscodeRequested(async () => {
      await Promise.resolve();
      await vault.setCustomPasscode('open sesame');
    });
    await vault.setValue('a', 1);
    await vault.lock();
    expect(await vault.getValue('a')).toBe(1);
  });

  it.each([
    { name: 'right, then wrong', answers: ['open sesame', 'not this'], outcome: 'resolved' },
    { name: 'wrong, then right', answers: ['not this', 'open sesame'], outcome: 'AuthFailed' },
    { name: 'cancelled, then right', answers: ['', 'open sesame'], outcome: 'UserCanceledInteraction' },
  ])('the first of two answers wins: $name', async ({ answers: [first = '', second = ''], outcome }) => {
    const vault = await open();
    await vault.setCustomPasscode('open sesame');
    await vault.lock();
    vault.onPasscodeRequested(async (_, onComplete) => {
      onComplete(first);
      await vault.setCustomPasscode(second);
      onComplete(second);
    });
    expect(await codeOf(vault.unlock())).toBe(outcome);
    answering(vault, () => 'open sesame');
    expect(await codeOf(vault.unlock())).toBe('resolved');
  });

  it('a cancellation is never an attempt, and nothing is stored by it', async () => {
    const vault = await open({ ...PASSCODE, customPasscodeInvalidUnlockAttempts: 1 });
    answering(vault, () => '');
    expect(await codeOf(vault.setValue('a', 1))).toBe('UserCanceledInteraction');
    expect(await vault.doesVaultExist()).toBe(false);

    vault.onPasscodeRequested((_, onComplete) => onComplete(undefined as unknown as string));
    expect(await codeOf(vault.setValue('a', 1))).toBe('UserCanceledInteraction');
    await vault.setCustomPasscode('open sesame');
    await vault.lock();
    for (let time = 0; time < 3; time += 1) expect(await codeOf(vault.unlock())).toBe('UserCanceledInteraction');
    expect(await vault.doesVaultExist()).toBe(true);
  });

  it('a wrong one is one attempt; the last allowed one erases the vault', async () => {
    const vault = await open({ ...PASSCODE, customPasscodeInvalidUnlockAttempts: 2 });
    const requests = answering(vault, (isSet) => (isSet ? 'open sesame' : 'not this'));
    await vault.setValue('a', 1);
    await vault.lock();
    expect(await codeOf(vault.getValue('a'))).toBe('AuthFailed');
    expect(await codeOf(vault.getValue('a'))).toBe('TooManyFailedAttempts');
    expect(requests).toEqual([true, false, false]);
    expect([await vault.isEmpty(), await vault.getValue('a')]).toEqual([true, null]);
  });

  it('shouldClearVaultAfterTooManyFailedAttempts false: delays only', async () => {
    const config = { customPasscodeInvalidUnlockAttempts: 1, shouldClearVaultAfterTooManyFailedAttempts: false };
    const vault = await open({ ...PASSCODE, ...config });
    answering(vault, (isSet) => (isSet ? 'open sesame' : 'not this'));
    await vault.setValue('a', 1);
    await vault.lock();
    const codes = new Set<string>();
    for (let time = 0; time < 8; time += 1) codes.add(await codeOf(vault.unlock()));
    expect([...codes]).toEqual(['AuthFailed', 'AttemptDelayed']);
    const delayed = vault.unlock();
    await expect(delayed).rejects.toThrow(/Try again in \d+ (second|minute)/);
    expect(await vault.isEmpty()).toBe(false);
  });

  it('only the latest handler is asked', async () => {
    const vault = await open();
    const [earlier, later] = [answering(vault, () => 'earlier one'), answering(vault, () => 'later one')];
    await vault.setValue('a', 1);
    expect([earlier, later]).toEqual([[], [true]]);
  });

  it('clear cancels a request that waits', async () => {
    const vault = await open();
    await vault.setCustomPasscode('open sesame');
    await vault.lock();
    vault.onPasscodeRequested(() => undefined);
    const unlocking = codeOf(vault.unlock());
    await vi.waitFor(async () => {
      await vault.clear();
      expect(await Promise.race([unlocking, Promise.resolve('waits')])).toBe('UserCanceledInteraction');
    }, 30_000);
    expect(await vault.doesVaultExist()).toBe(false);
  });

  it('a handler that fails cancels, and its failure is reported', async () => {
    const vault = await open();
    const unhandled = failuresOf('unhandledRejection');
    const failure = new Error('no modal');
    vault.onPasscodeRequested(() => Promise.reject(failure));
    expect(await codeOf(vault.setValue('a', 1))).toBe('UserCanceledInteraction');
    vault.onPasscodeRequested(() => {
      throw failure;
    });
    expect(await codeOf(vault.setValue('a', 1))).toBe('UserCanceledInteraction');
    await vi.waitFor(() => {
      expect(unhandled.seen).toEqual([failure, failure]);
    }, 30_000);
    unhandled.stop();
  });

  it('too short a passcode is refused, and nothing is stored', async () => {
    const vault = await open();
    answering(vault, () => '123');
    expect(await codeOf(vault.setValue('a', 1))).toBe('PolicyNotMet');
    expect(await vault.doesVaultExist()).toBe(false);
  });
});

describe('setCustomPasscode without a request', () => {
  it('sets the passcode of a new vault, and changes that of an open one', async () => {
    const vault = await open();
    await vault.setCustomPasscode('first one');
    await vault.setValue('a', 1);
    await vault.setCustomPasscode('second one');
    device.restart();
    device.enterPasscode('first one');
    const later = await open();
    expect(await codeOf(later.unlock())).toBe('UserCanceledInteraction');
    device.enterPasscode('second one');
    expect(await later.getValue('a')).toBe(1);
  });

  it('is refused for other types, when empty, and when locked', async () => {
    expect(await codeOf((await open(SECURE)).setCustomPasscode('open sesame'))).toBe('PasscodeNotEnabled');
    const vault = await open();
    expect(await codeOf(vault.setCustomPasscode(''))).toBe('UserCanceledInteraction');
    expect(await codeOf(vault.setCustomPasscode('123'))).toBe('PolicyNotMet');
    await vault.setCustomPasscode('open sesame');
    await vault.lock();
    expect(await codeOf(vault.setCustomPasscode('something else'))).toBe('VaultLocked');
  });
});

describe('updateConfig', () => {
  const BIOMETRICS = { ...SECURE, type: VaultType.DeviceSecurity, deviceSecurityType: 'Biometrics' } as const;
  const MEMORY = { ...SECURE, type: VaultType.InMemory };
  const configs = { SECURE, PASSCODE, BIOMETRICS, MEMORY };
  const pairs = Object.keys(configs).flatMap((from) =>
    Object.keys(configs).flatMap((to) => (from === to ? [] : [{ from, to }])),
  ) as { from: keyof typeof configs; to: keyof typeof configs }[];

  it.each(pairs)('$from to $to: the values stay, and the new way is the only one', async ({ from, to }) => {
    device = useTestVault({ biometrics: 'enrolled' });
    const vault = await open(configs[from]);
    const changes: unknown[] = [];
    vault.onConfigChanged((config) => changes.push(config));
    await vault.setValue('a', 1);
    const asked = device.promptCount;
    await vault.updateConfig(configs[to]);
    expect(changes).toEqual([configs[to]]);
    expect(vault.config).toEqual(configs[to]);
    expect(device.promptCount - asked).toBe(to === 'PASSCODE' ? 1 : 0);
    expect(await vault.getValue('a')).toBe(1);

    device.restart();
    const later = await open(configs[from]);
    const isKept = to !== 'MEMORY';
    expect(await later.isLocked()).toBe(to === 'PASSCODE' || to === 'BIOMETRICS');
    if (isKept) expect(later.config?.type).toBe(configs[to].type);
    const prompts = [device.promptCount, device.biometricPromptCount];
    expect(await later.getValue('a')).toBe(isKept ? 1 : null);
    const shown = [device.promptCount - (prompts[0] ?? 0), device.biometricPromptCount - (prompts[1] ?? 0)];
    expect(shown).toEqual([to === 'PASSCODE' ? 1 : 0, to === 'BIOMETRICS' ? 1 : 0]);
  });

  it.each(pairs)('$from to $to, and nothing stored: the first value decides', async ({ from, to }) => {
    device = useTestVault({ biometrics: 'enrolled' });
    const vault = await open(configs[from]);
    // A vault in memory that is empty must not go on taking values.
    if (from === 'MEMORY') {
      await vault.setValue('a', 1);
      await vault.removeValue('a');
    }
    await vault.updateConfig(configs[to]);
    expect([await vault.doesVaultExist(), device.promptCount]).toEqual([false, 0]);
    await vault.setValue('b', 2);
    device.restart();
    expect(await (await open(configs[to])).getValue('b')).toBe(to === 'MEMORY' ? null : 2);
  });

  it('nothing changes when the passcode is cancelled, or the type can not be had', async () => {
    const vault = await open(SECURE);
    const before = { ...vault.config };
    await vault.setValue('a', 1);
    const requests = answering(vault, () => '');
    const next = { ...PASSCODE, lockAfterBackgrounded: 0 };
    expect(await codeOf(vault.updateConfig(next))).toBe('UserCanceledInteraction');
    answering(vault, () => '123');
    expect(await codeOf(vault.updateConfig(next))).toBe('PolicyNotMet');
    expect(await codeOf(vault.updateConfig(BIOMETRICS))).toBe('PolicyNotMet');
    expect(await codeOf(vault.updateConfig({ ...next, customPasscodeInvalidUnlockAttempts: 0 }))).toBe(
      'InvalidArguments',
    );
    expect(await codeOf(vault.updateConfig({ ...next, key: 'other' }))).toBe('InvalidArguments');
    expect(requests).toEqual([true]);
    expect(vault.config).toEqual(before);
    await vault.lock();
    expect([await vault.isLocked(), await vault.getValue('a')]).toEqual([false, 1]);
    await vault.clear();
    await vault.setValue('a', 1);
    expect(await vault.isLocked()).toBe(false);
  });

  it('a locked vault takes other options, and no other type', async () => {
    const vault = await open();
    answering(vault, () => 'open sesame');
    await vault.setValue('a', 1);
    await vault.lock();
    expect(await codeOf(vault.updateConfig(SECURE))).toBe('VaultLocked');
    await vault.updateConfig({ ...PASSCODE, lockAfterBackgrounded: 1000 });
    await vault.unlock();
    await device.background(1000);
    expect(await vault.isLocked()).toBe(true);
  });

  it('the allowed attempts of an open vault change at once', async () => {
    const vault = await open();
    const requests = answering(vault, (isSet) => (isSet ? 'open sesame' : 'not this'));
    await vault.setValue('a', 1);
    await vault.updateConfig({ ...PASSCODE, customPasscodeInvalidUnlockAttempts: 1 });
    device.restart();
    const later = await open();
    later.onPasscodeRequested((_, onComplete) => onComplete('not this'));
    expect(await codeOf(later.unlock())).toBe('TooManyFailedAttempts');
    expect(requests).toEqual([true]);
  });
});

it('without a handler the built-in prompt asks until it is right', async () => {
  const vault = await open();
  await vault.setValue('a', 1);
  await vault.lock();
  device.enterPasscode('not this');
  await expect(vault.unlock()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
  device.enterPasscode('12345678');
  expect(await vault.getValue('a')).toBe(1);
});
