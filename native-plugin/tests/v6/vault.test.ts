import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthMode, BrowserVault, DeviceSecurityType, Vault, VaultErrorCodes, VaultType } from '../../src/index.ts';
import type { IdentityVaultConfig } from '../../src/index.ts';
import { useTestVault, type TestVault } from '../../src/testing/index.ts';
import { codeOf } from '../support/code-of.ts';
import { DEVICES, useDevice } from '../support/devices.ts';
import { failuresOf } from '../support/failures-of.ts';
import { ada, Identity } from '../support/identity.ts';

const SECURE: IdentityVaultConfig = { key: 'app', type: VaultType.SecureStorage };
const PASSCODE: IdentityVaultConfig = { key: 'app', type: VaultType.CustomPasscode };
const MEMORY: IdentityVaultConfig = { key: 'app', type: VaultType.InMemory };
const BIOMETRICS: IdentityVaultConfig = { ...SECURE, type: 'DeviceSecurity', deviceSecurityType: 'Biometrics' };
const BOTH: IdentityVaultConfig = { ...BIOMETRICS, deviceSecurityType: DeviceSecurityType.Both };

let device: TestVault;
beforeEach(() => {
  device = useTestVault();
});
afterEach(() => device.restore());

const open = async (config: IdentityVaultConfig): Promise<Vault> => {
  const vault = new Vault();
  await vault.initialize(config);
  return vault;
};
/** A vault with one value, locked. */
const openLocked = async (config: IdentityVaultConfig): Promise<Vault> => {
  const vault = await open(config);
  await vault.setValue('token', 'secret');
  await vault.lock();
  return vault;
};

describe.each(DEVICES)('on $name', ({ parts }) => {
  it('keeps values through a lock and a restart', async () => {
    const host = useDevice(parts());
    const vault = await open(PASSCODE);
    await vault.setValue('session', { token: 'secret', age: 1 });
    await vault.setValue('nothing', null);
    expect(await vault.getKeys()).toEqual(['nothing', 'session']);
    host.restart();
    const later = await open(PASSCODE);
    expect([await later.isLocked(), await later.isEmpty(), await later.doesVaultExist()]).toEqual([true, false, true]);
    expect(await later.getValue('session')).toEqual({ token: 'secret', age: 1 });
    expect([await later.getValue('nothing'), await later.getValue('missing')]).toEqual([null, null]);
    expect(host.prompt.count).toBe(2);
    await later.removeValue('session');
    await later.removeValue('missing');
    expect(await later.exportVault()).toEqual({ nothing: 'null' });
  });

  it('reads what is stored once for each value that is read while it is open', async () => {
    const { joint, ...others } = parts();
    const read = vi.fn<NonNullable<typeof joint>['read']>((name) => joint!.read(name));
    const holds = vi.fn<NonNullable<typeof joint>['holds']>((name, records) => joint!.holds(name, records));
    useDevice({ ...others, joint: { ...joint!, read, holds } });
    const vault = await open(PASSCODE);
    await vault.setValue('a', 1);
    for (const look of [read, holds]) look.mockClear();
    expect(await vault.getValue('a')).toBe(1);
    expect(read.mock.calls.length + holds.mock.calls.length).toBe(1);
  });

  it("another key is another vault, and so is version 4's of that name", async () => {
    useDevice(parts());
    const vault = await open(SECURE);
    await vault.setValue('session', ada);
    expect(await (await open({ ...SECURE, key: 'app.' })).isEmpty()).toBe(true);
    const identity = new Identity({ authMode: AuthMode.SecureStorage }, { vaultId: 'app', username: '' });
    expect(await identity.hasStoredSession()).toBe(false);
  });
});

describe('initialize', () => {
  it('nothing works before it, and everything waits for one that is under way', async () => {
    const vault = new Vault();
    expect(vault.config).toBeUndefined();
    expect(await codeOf(vault.getValue('a'))).toBe('VaultUnavailable');
    const ready = vault.initialize(SECURE);
    expect(await vault.getValue('a')).toBeNull();
    await ready;
    expect(vault.config).toEqual(SECURE);
  });

  it('version 5: the constructor does it, and onError is told when that fails', async () => {
    const vault = new Vault(PASSCODE);
    expect(vault.config).toEqual(PASSCODE);
    expect(await vault.isEmpty()).toBe(true);

    const wrong = new Vault({ ...PASSCODE, key: '' });
    const codes: number[] = [];
    wrong.onError(({ code }) => codes.push(code));
    await vi.waitFor(() => {
      expect(codes).toEqual([VaultErrorCodes.InvalidArguments]);
    }, 30_000);
    expect(await codeOf(wrong.isEmpty())).toBe('InvalidArguments');
  });

  it('twice at the same time tells each lock and unlock once', async () => {
    const vault = new Vault(PASSCODE);
    const told: string[] = [];
    vault.onLock(() => told.push('locked'));
    vault.onUnlock(() => told.push('unlocked'));
    await vault.initialize(PASSCODE);
    await vault.setValue('a', 1);
    await vault.lock();
    await vault.unlock();
    expect(told).toEqual(['locked', 'unlocked']);
  });

  it('one that fails does not stop the next', async () => {
    const vault = new Vault({ ...PASSCODE, key: '' });
    await vault.initialize(PASSCODE);
    expect(await vault.isEmpty()).toBe(true);
  });

  it('an existing key keeps its type, until updateConfig', async () => {
    await openLocked(PASSCODE);
    device.restart();
    const vault = await open({ ...SECURE, lockAfterBackgrounded: 1000 });
    const kept = { type: 'CustomPasscode', deviceSecurityType: 'None', lockAfterBackgrounded: 1000 };
    expect(vault.config).toMatchObject(kept);
    expect(await vault.isLocked()).toBe(true);

    await vault.clear();
    expect(vault.config).toMatchObject(kept);
    await vault.setValue('a', 1);
    expect(device.promptCount).toBe(2);
  });

  it('a new configuration in the same process counts for a new vault', async () => {
    const memory = await openLocked(MEMORY);
    expect(await memory.isEmpty()).toBe(true);
    const vault = await open(SECURE);
    await vault.setValue('a', 1);
    device.restart();
    expect(await (await open(SECURE)).getValue('a')).toBe(1);
  });

  it.each([
    { name: 'no key', config: { ...SECURE, key: '' } },
    { name: 'no such type', config: { ...SECURE, type: 'Strong' as VaultType } },
    { name: 'no way to unlock', config: { ...BIOMETRICS, deviceSecurityType: DeviceSecurityType.None } },
    { name: 'no way to unlock given', config: { key: 'app', type: VaultType.DeviceSecurity } },
    { name: 'a negative time', config: { ...SECURE, lockAfterBackgrounded: -1 } },
    { name: 'not a number', config: { ...SECURE, lockAfterBackgrounded: NaN } },
    { name: 'no attempt', config: { ...SECURE, customPasscodeInvalidUnlockAttempts: 0 } },
  ])('refuses a configuration with $name', async ({ config }) => {
    const vault = new Vault();
    expect(await codeOf(vault.initialize(config))).toBe('InvalidArguments');
    expect(await codeOf(vault.setValue('a', 1))).toBe('InvalidArguments');
    const browser = new BrowserVault();
    expect(await codeOf(browser.initialize(config))).toBe('InvalidArguments');
  });

  it('unlockVaultOnLoad prompts, does not wait, and tells a cancellation to onError', async () => {
    await openLocked(PASSCODE);
    device.restart();
    const requests: boolean[] = [];
    const vault = await open({ ...PASSCODE, unlockVaultOnLoad: true });
    let answer: (passcode: string) => void = () => undefined;
    vault.onPasscodeRequested((isSet, onComplete) => {
      requests.push(isSet);
      answer = onComplete;
    });
    await vi.waitFor(() => {
      expect(requests).toEqual([false]);
    }, 30_000);
    expect(await vault.isLocked()).toBe(true);
    answer('12345678');
    await vi.waitFor(async () => {
      expect(await vault.isLocked()).toBe(false);
    }, 30_000);

    device.restart();
    device.cancelPrompts();
    const codes: number[] = [];
    const canceled = new Vault();
    canceled.onError(({ code }) => codes.push(code));
    await canceled.initialize({ ...PASSCODE, unlockVaultOnLoad: true });
    await vi.waitFor(() => {
      expect(codes).toEqual([VaultErrorCodes.UserCanceledInteraction]);
    }, 30_000);
  });
});

describe('unlocking', () => {
  it.each(['getValue', 'getKeys', 'exportVault', 'unlock'] as const)('%s shows the prompt', async (method) => {
    const vault = await openLocked(PASSCODE);
    await vault[method]('token');
    expect([await vault.isLocked(), device.promptCount]).toEqual([false, 2]);
  });

  it('calls made at the same time share one prompt, also those of another instance', async () => {
    const vault = await openLocked(PASSCODE);
    const other = await open(PASSCODE);
    let requests = 0;
    for (const one of [vault, other]) {
      one.onPasscodeRequested((_, onComplete) => {
        requests += 1;
        onComplete('12345678');
      });
    }
    const reads = [vault.getValue('token'), other.getValue('token'), vault.unlock(), vault.exportVault()];
    expect(await Promise.all(reads)).toEqual(['secret', 'secret', undefined, { token: '"secret"' }]);
    expect(requests).toBe(1);
  });

  it('writing does not unlock', async () => {
    const vault = await openLocked(PASSCODE);
    for (const call of [
      vault.setValue('a', 1),
      vault.removeValue('token'),
      vault.importVault({}),
      vault.setCustomPasscode('87654321'),
    ])
      expect(await codeOf(call)).toBe('VaultLocked');
    expect(device.promptCount).toBe(1);
  });

  it('tells of locks, unlocks and errors', async () => {
    const vault = await open({ ...PASSCODE, lockAfterBackgrounded: 1000 });
    const told: unknown[] = [];
    vault.onLock((event) => told.push(event));
    vault.onUnlock(() => told.push('unlocked'));
    vault.onError(({ code }) => told.push(VaultErrorCodes[code]));
    await vault.setValue('a', 1);
    await vault.lock();
    expect(await codeOf(vault.setValue('a', 2))).toBe('VaultLocked');
    await vault.unlock();
    await device.background(1000);
    expect(told).toEqual([{ timeout: false }, 'VaultLocked', 'unlocked', { timeout: true }]);
  });

  it.each([
    { lockAfterBackgrounded: null, away: 1_000_000, isLocked: false },
    { lockAfterBackgrounded: undefined, away: 1_000_000, isLocked: false },
    { lockAfterBackgrounded: 0, away: 0, isLocked: true },
    { lockAfterBackgrounded: 1000, away: 999, isLocked: false },
    { lockAfterBackgrounded: 1000, away: 1000, isLocked: true },
  ])(
    'lockAfterBackgrounded $lockAfterBackgrounded, $away ms away',
    async ({ lockAfterBackgrounded, away, isLocked }) => {
      const vault = await open({ ...PASSCODE, ...(lockAfterBackgrounded !== undefined && { lockAfterBackgrounded }) });
      await vault.setValue('a', 1);
      await device.background(away);
      expect(await vault.isLocked()).toBe(isLocked);
    },
  );

  it.each([
    { config: SECURE, isLocked: false, isEmpty: false },
    { config: MEMORY, isLocked: false, isEmpty: true },
    { config: PASSCODE, isLocked: true, isEmpty: false },
  ])('locking $config.type', async ({ config, isLocked, isEmpty }) => {
    const vault = await openLocked(config);
    expect([await vault.isLocked(), await vault.isEmpty()]).toEqual([isLocked, isEmpty]);
  });

  it('clear needs no unlock', async () => {
    const vault = await openLocked(PASSCODE);
    await vault.clear();
    expect([await vault.isEmpty(), await vault.doesVaultExist(), await vault.isLocked()]).toEqual([true, false, false]);
    expect(device.promptCount).toBe(1);
  });
});

describe('biometrics and the passcode of the device', () => {
  it('without them the types that need them are refused, and the vault can be given another', async () => {
    for (const config of [BIOMETRICS, BOTH]) {
      const vault = new Vault();
      expect(await codeOf(vault.initialize(config))).toBe('PolicyNotMet');
      expect(await codeOf(vault.setValue('a', 1))).toBe('PolicyNotMet');
      await vault.clear();
      await vault.updateConfig(SECURE);
      await vault.setValue('a', 1);
      expect(await vault.getValue('a')).toBe(1);
      await vault.clear();
    }
  });

  it.each([
    { name: 'Biometrics', config: BIOMETRICS, options: { biometrics: 'enrolled' } as const },
    { name: 'Both', config: BOTH, options: { biometrics: 'enrolled', systemPasscode: true } as const },
    {
      name: 'Both, nobody enrolled',
      config: BOTH,
      options: { biometrics: 'supported', systemPasscode: true } as const,
    },
    {
      name: 'SystemPasscode',
      config: { ...BOTH, deviceSecurityType: 'SystemPasscode' } as const,
      options: { systemPasscode: true } as const,
    },
  ])('$name: one prompt of the system opens it', async ({ config, options }) => {
    device = useTestVault(options);
    await openLocked(config);
    device.restart();
    const vault = await open(config);
    expect(await vault.getValue('token')).toBe('secret');
    expect([device.promptCount, device.biometricPromptCount]).toEqual([0, 1]);
  });

  it('Both, locked out: the passcode of the device opens it; cancelled is cancelled', async () => {
    device = useTestVault({ biometrics: 'enrolled', systemPasscode: true });
    const vault = await openLocked(BOTH);
    device.answerBiometrics('canceled');
    expect(await codeOf(vault.unlock())).toBe('UserCanceledInteraction');
    device.answerBiometrics('lockedOut');
    expect(await vault.getValue('token')).toBe('secret');
  });

  it.each([
    { onEnrollmentChange: 'requireOther', isEmpty: false },
    { onEnrollmentChange: 'wipe', isEmpty: true },
  ] as const)('someone is enrolled later: $onEnrollmentChange', async ({ onEnrollmentChange, isEmpty }) => {
    device = useTestVault({ biometrics: 'enrolled' });
    const vault = await openLocked({ ...BIOMETRICS, onEnrollmentChange });
    device.enrolBiometrics();
    expect(await codeOf(vault.getValue('token'))).toBe('InvalidatedCredential');
    expect(await vault.isEmpty()).toBe(isEmpty);
  });
});

describe('export and import', () => {
  it('moves JSON texts, unchanged, in place of all values', async () => {
    const source = await open(SECURE);
    await source.setValue('session', { token: 'a' });
    const target = await open({ ...SECURE, key: 'other' });
    await target.setValue('old', 1);
    await target.importVault({ ...(await source.exportVault()), big: '12345678901234567890' });
    expect(await target.exportVault()).toEqual({ session: '{"token":"a"}', big: '12345678901234567890' });
  });

  it('refuses what is no JSON, and changes nothing', async () => {
    const vault = await open(SECURE);
    await vault.setValue('old', 1);
    for (const text of ['{', '', '"\ud800"', undefined as unknown as string])
      expect(await codeOf(vault.importVault({ good: '1', bad: text }))).toBe('InvalidArguments');
    expect(await codeOf(vault.setValue('bad', undefined))).toBe('InvalidArguments');
    expect(await vault.exportVault()).toEqual({ old: '1' });
  });

  it('nothing imported makes no vault', async () => {
    const vault = await open(PASSCODE);
    await vault.importVault({});
    expect([await vault.doesVaultExist(), device.promptCount]).toEqual([false, 0]);
  });
});

describe('BrowserVault', () => {
  it.each([PASSCODE, SECURE, BIOMETRICS, BOTH])(
    '$type $deviceSecurityType: never asks, never locks',
    async (config) => {
      const vault = new BrowserVault();
      await vault.initialize(config);
      await vault.setValue('token', 'secret');
      await vault.lock();
      device.restart();
      const later = new BrowserVault(config);
      expect(await later.getValue('token')).toBe('secret');
      expect([await later.isLocked(), device.promptCount, device.biometricPromptCount]).toEqual([false, 0, 0]);
      expect(later.config).toEqual(config);
      expect(await later.getProtectionReport()).toMatchObject({ userVerification: 'no', persistent: 'yes' });
      await later.updateConfig({ ...config, lockAfterBackgrounded: 5 });
      expect(later.config?.lockAfterBackgrounded).toBe(5);
    },
  );

  it('InMemory is in memory', async () => {
    const vault = new BrowserVault(MEMORY);
    await vault.setValue('token', 'secret');
    expect(await vault.getProtectionReport()).toMatchObject({ persistent: 'no' });
    device.restart();
    expect(await new BrowserVault(MEMORY).isEmpty()).toBe(true);
  });
});

it('a callback that fails is the app’s affair', async () => {
  const vault = await open(PASSCODE);
  const uncaught = failuresOf('uncaughtException');
  const told: unknown[] = [];
  const failure = new Error('in a callback');
  vault.onLock(() => {
    throw failure;
  });
  vault.onError((error) => told.push(error));
  await vault.setValue('a', 1);
  await vault.lock();
  await vi.waitFor(() => {
    expect(uncaught.seen).toEqual([failure]);
  }, 30_000);
  uncaught.stop();
  expect(told).toEqual([]);
  expect(await vault.isLocked()).toBe(true);
});
