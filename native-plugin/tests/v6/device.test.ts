import { Capacitor } from '@capacitor/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  BiometricPermissionState,
  Device,
  DeviceError,
  DeviceErrorCodes,
  IonicIdentityVaultUser,
} from '../../src/index.ts';
import { Vault, VaultType } from '../../src/index.ts';
import { useTestVault, type TestVault } from '../../src/testing/index.ts';
import { ScriptedPrompt } from '../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../src/testing/test-device.ts';
import { chooseService } from '../../src/vaults/current-service.ts';
import { webAuthnPrf } from '../../src/web/web-authn-prf.ts';
import { webBiometrics } from '../../src/web/web-biometrics.ts';
import { webDevice } from '../../src/web/web-device.ts';

let device: TestVault | undefined;
afterEach(() => {
  device?.restore();
  chooseService(undefined);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const answers = async (): Promise<unknown[]> => [
  await Device.getAvailableHardware(),
  await Device.getBiometricStrengthLevel(),
  await Device.hasSecureHardware(),
  await Device.isBiometricsSupported(),
  await Device.isBiometricsEnabled(),
  await Device.isSystemPasscodeSet(),
];
const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return 'resolved';
  expect(error).toBeInstanceOf(DeviceError);
  return DeviceErrorCodes[(error as DeviceError).code];
};

it.each([
  { options: {}, told: [[], 'weak', false, false, false, false] },
  { options: { biometrics: 'supported' } as const, told: [['fingerprint'], 'strong', true, true, false, false] },
  {
    options: { biometrics: 'enrolled', systemPasscode: true } as const,
    told: [['fingerprint'], 'strong', true, true, true, true],
  },
])('tells what the device has: $options', async ({ options, told }) => {
  device = useTestVault(options);
  expect(await answers()).toEqual(told);
  expect(await Device.isBiometricsAllowed()).toBe(BiometricPermissionState.Granted);
});

it('version 4 tells the same', async () => {
  device = useTestVault({ biometrics: 'enrolled' });
  class Identity extends IonicIdentityVaultUser {}
  const identity = new Identity({ ready: () => Promise.resolve() });
  expect([await identity.getAvailableHardware(), await identity.getBiometricType()]).toEqual([
    ['fingerprint'],
    'touchID',
  ]);
  device.answerBiometrics('lockedOut');
  expect(await (await identity.getVault()).isLockedOutOfBiometrics()).toBe(true);
  expect(await Device.isLockedOutOfBiometrics()).toBe(true);
});

it.each([
  { biometrics: 'none', outcome: 'ok', code: 'BiometricsNotEnabled' },
  { biometrics: 'supported', outcome: 'ok', code: 'BiometricsNotEnabled' },
  { biometrics: 'enrolled', outcome: 'ok', code: 'resolved' },
  { biometrics: 'enrolled', outcome: 'canceled', code: 'UserCanceledInteraction' },
  { biometrics: 'enrolled', outcome: 'lockedOut', code: 'BiometricsLockedOut' },
] as const)('showBiometricPrompt, $biometrics, $outcome: $code', async ({ biometrics, outcome, code }) => {
  device = useTestVault({ biometrics });
  device.answerBiometrics(outcome);
  expect(await codeOf(Device.showBiometricPrompt({}))).toBe(code);
  expect(device.biometricPromptCount).toBe(biometrics === 'enrolled' ? 1 : 0);
});

it('inside a native app without a native part every call is rejected', async () => {
  vi.spyOn(Capacitor, 'isNativePlatform').mockReturnValue(true);
  for (const call of Object.values(Device) as (() => Promise<unknown>)[]) expect(await codeOf(call())).toBe('Unknown');
});

describe('hiding the screen', () => {
  const screen: string[] = [];
  const start = (): TestDevice => {
    screen.length = 0;
    const hardware = new TestDevice(new ScriptedPrompt('12345678'));
    hardware.parts = { screen: { cover: () => screen.push('cover'), uncover: () => screen.push('uncover') } };
    hardware.boot(new ScriptedPrompt('12345678'));
    chooseService(() => hardware.service);
    return hardware;
  };

  it('without a vault, and only while it is on', async () => {
    const hardware = start();
    expect(await Device.isHideScreenOnBackgroundEnabled()).toBe(false);
    await Device.setHideScreenOnBackground(true);
    expect(await Device.isHideScreenOnBackgroundEnabled()).toBe(true);
    hardware.background(1);
    expect(screen).toEqual(['cover', 'uncover']);
    await Device.setHideScreenOnBackground(false);
    hardware.background(1);
    expect(screen).toEqual(['cover', 'uncover']);
  });

  it.each([true, false])('for a vault made before or after (%s), which is covered once', async (isMadeBefore) => {
    const hardware = start();
    const vault = new Vault();
    const make = () => vault.initialize({ key: 'app', type: VaultType.SecureStorage });
    if (isMadeBefore) await make();
    await Device.setHideScreenOnBackground(true);
    if (!isMadeBefore) await make();
    await vault.updateConfig({ key: 'app', type: VaultType.SecureStorage, lockAfterBackgrounded: 1 });
    hardware.background(1);
    expect(screen).toEqual(['cover', 'uncover']);
    await Device.setHideScreenOnBackground(false);
    hardware.background(1);
    expect(screen).toEqual(['cover', 'uncover']);
  });

  it.each([true, false])('turned off in the background, with a vault (%s): nothing stays covered', async (hasVault) => {
    const hardware = start();
    await Device.setHideScreenOnBackground(true);
    if (hasVault) await new Vault().initialize({ key: 'app', type: VaultType.SecureStorage });
    const { service } = hardware;
    service.platform.timer(1, () => void service.device.setHidesScreen(false));
    hardware.background(1);
    expect(screen).toEqual(['cover', 'uncover']);
  });

  it('turned off while the app is still leaving the page: that is waited for', async () => {
    const hardware = start();
    await Device.setHideScreenOnBackground(true);
    const vault = new Vault();
    await vault.initialize({ key: 'app', type: VaultType.CustomPasscode, lockAfterBackgrounded: 0 });
    await vault.setValue('a', 1);
    vault.onLock(() => new Promise(() => undefined));
    hardware.background(1);
    await Device.setHideScreenOnBackground(false);
    expect(screen).toEqual(['cover']);
    hardware.background(2000);
    await vi.waitFor(() => {
      expect(screen).toEqual(['cover', 'uncover']);
    }, 30_000);
  });

  it('an answer to an earlier lock does not show the page of a later one', async () => {
    const hardware = start();
    await Device.setHideScreenOnBackground(true);
    const vault = new Vault();
    await vault.initialize({ key: 'app', type: VaultType.CustomPasscode, lockAfterBackgrounded: 0 });
    await vault.setValue('a', 1);
    const leave: (() => void)[] = [];
    vault.onLock(() => new Promise<void>((resolve) => leave.push(resolve)));
    hardware.background(1);
    await vault.unlock();
    hardware.background(1);
    leave[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen).not.toContain('uncover');
    leave[1]?.();
    await vi.waitFor(() => {
      expect(screen).toContain('uncover');
    }, 30_000);
  });

  it('while one vault waits for the app to leave the page, no other one shows it', async () => {
    const hardware = start();
    await Device.setHideScreenOnBackground(true);
    const waiting = new Vault();
    await waiting.initialize({ key: 'waiting', type: VaultType.CustomPasscode, lockAfterBackgrounded: 0 });
    await new Vault().initialize({ key: 'other', type: VaultType.SecureStorage });
    await waiting.setValue('a', 1);
    let leave = (): void => undefined;
    waiting.onLock(() => new Promise<void>((resolve) => (leave = resolve)));
    hardware.background(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen).not.toContain('uncover');
    leave();
    await vi.waitFor(() => {
      expect(screen.filter((call) => call === 'uncover')).toHaveLength(1);
    }, 30_000);
  });
});

describe('in a browser', () => {
  it('tells little, and never guesses', async () => {
    const biometrics = webBiometrics();
    const facts = {
      hardware: [],
      strength: 'weak',
      hasSecureHardware: false,
      isLockedOut: false,
      isSystemPasscodeSet: false,
    };
    expect(await webDevice(biometrics, webAuthnPrf(biometrics)).facts()).toEqual({ ...facts, permission: 'denied' });
  });

  it('makes no throw-away passkey that it could not remove', async () => {
    const created = vi.fn();
    vi.stubGlobal('PublicKeyCredential', { isConditionalMediationAvailable: () => Promise.resolve(false) });
    vi.stubGlobal('navigator', { credentials: { create: created } });
    const biometrics = webBiometrics();
    await expect(webDevice(biometrics, webAuthnPrf(biometrics)).prove()).rejects.toMatchObject({
      code: 'POLICY_NOT_MET',
    });
    expect(created).not.toHaveBeenCalled();
  });
});
