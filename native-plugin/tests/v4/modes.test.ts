import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MODE } from '../../src/core/codec/format-ids.ts';
import { parseEnvelope } from '../../src/core/codec/parse-envelope.ts';
import { AuthMode, VaultErrorCodes, type VaultOptions } from '../../src/index.ts';
import { chooseService } from '../../src/vaults/current-service.ts';
import { DEVICES, useDevice, type Device, type StoredVault } from '../support/devices.ts';
import { ada, bob, Identity } from '../support/identity.ts';

const PASSCODE_MODES = [AuthMode.PasscodeOnly, AuthMode.BiometricAndPasscode, AuthMode.BiometricOrPasscode];
const slotsOf = (vault: StoredVault | undefined) => vault && parseEnvelope(vault.envelope).header.slots;
const rejection = (code: VaultErrorCodes) => expect.objectContaining({ name: 'VaultError', code }) as Error;

describe.each(DEVICES)('on a device: $name', ({ parts }) => {
  let world: Device;
  const start = async (options: VaultOptions = {}) => {
    const identity = new Identity({ authMode: AuthMode.PasscodeOnly, ...options });
    await identity.ready();
    return identity;
  };
  /** A new process, as after a reload of the page. */
  const restart = (options?: VaultOptions) => {
    world.restart();
    return start(options);
  };

  beforeEach(() => {
    world = useDevice(parts());
  });
  afterEach(() => {
    chooseService(undefined);
  });

  it('is empty and unlocked at first', async () => {
    const identity = await start();
    const vault = await identity.getVault();

    expect(await identity.hasStoredSession()).toBe(false);
    expect(await vault.isLocked()).toBe(false);
    expect(await identity.getSession()).toBeUndefined();
    expect(await identity.restoreSession()).toBeUndefined();
    expect(identity.hooks).toEqual(['ready']);
  });

  it.each(PASSCODE_MODES)(
    'mode %i: stores, survives a restart locked, and opens with the passcode',
    async (authMode) => {
      const identity = await start({ authMode });
      await identity.login(ada);
      expect(identity.token).toBe(ada.token);
      expect(await identity.getSession()).toEqual(ada);

      const later = await restart({ authMode });
      expect(await later.hasStoredSession()).toBe(true);
      expect(await later.getAuthMode()).toBe(authMode);
      expect(await (await later.getVault()).isLocked()).toBe(true);
      expect(await later.getSession()).toBeUndefined();
      await expect(later.restoreSession()).rejects.toEqual(rejection(VaultErrorCodes.VaultLocked));

      await later.unlock();
      expect(await later.getSession()).toEqual(ada);
      expect(later.token).toBe(ada.token);
      expect(await later.isBiometricsEnabled()).toBe(false);
      expect(await later.isPasscodeEnabled()).toBe(true);
    },
  );

  it('SecureStorage: no prompt, never locked; lockOut clears memory only', async () => {
    const identity = await start({ authMode: AuthMode.SecureStorage, lockAfter: 1000 });
    await identity.login(ada);
    world.device.background(5000);
    expect(await identity.getSession()).toEqual(ada);

    await identity.lockOut();
    expect(identity.token).toBeUndefined();
    expect(await identity.getSession()).toBeUndefined();
    expect(await identity.restoreSession()).toEqual(ada);

    const later = await restart({ authMode: AuthMode.SecureStorage });
    expect(await (await later.getVault()).isLocked()).toBe(false);
    expect(await later.getSession()).toBeUndefined();
    expect(await later.restoreSession()).toEqual(ada);
    expect(world.prompt.count).toBe(0);
    expect(identity.hooks.filter((hook) => hook.startsWith('locked'))).toEqual([]);
  });

  it('InMemoryOnly: stores nothing, and a lock erases', async () => {
    const identity = await start({ authMode: AuthMode.InMemoryOnly });
    await identity.login(ada);
    expect(await identity.getSession()).toEqual(ada);
    expect(await world.stored()).toEqual([]);

    await identity.lockOut();
    expect(identity.hooks).toContain('locked saved=false timeout=false');
    expect(await identity.hasStoredSession()).toBe(false);
    expect(await identity.restoreSession()).toBeUndefined();
    expect(await (await restart({ authMode: AuthMode.InMemoryOnly })).hasStoredSession()).toBe(false);
  });

  it('BiometricOnly is refused where there are no biometric keys, and nothing is stored', async () => {
    const identity = await start({ authMode: AuthMode.BiometricOnly });
    await expect(identity.login(ada)).rejects.toEqual(rejection(VaultErrorCodes.PolicyNotMet));
    expect(await identity.hasStoredSession()).toBe(false);
    await expect(identity.setBiometricsEnabled(true)).rejects.toEqual(rejection(VaultErrorCodes.BiometricsNotEnabled));
    await identity.setBiometricsEnabled(false);
  });

  it('an existing vault keeps its mode, whatever the options say', async () => {
    await (await start()).login(ada);
    const later = await restart({ authMode: AuthMode.SecureStorage });
    expect(await later.getAuthMode()).toBe(AuthMode.PasscodeOnly);
    await expect(later.setAuthMode(AuthMode.SecureStorage)).rejects.toEqual(rejection(VaultErrorCodes.VaultLocked));
  });

  it.each([
    { from: AuthMode.PasscodeOnly, to: AuthMode.SecureStorage, prompts: 0 },
    { from: AuthMode.SecureStorage, to: AuthMode.PasscodeOnly, prompts: 1 },
    { from: AuthMode.PasscodeOnly, to: AuthMode.BiometricAndPasscode, prompts: 0 },
    { from: AuthMode.InMemoryOnly, to: AuthMode.SecureStorage, prompts: 0 },
    { from: AuthMode.InMemoryOnly, to: AuthMode.PasscodeOnly, prompts: 1 },
  ])('changes mode $from → $to with $prompts prompts', async ({ from, to, prompts }) => {
    const identity = await start({ authMode: from });
    await identity.login(ada);
    const [before] = await world.stored();
    const promptsBefore = world.prompt.count;

    await identity.setAuthMode(to);
    expect(world.prompt.count - promptsBefore).toBe(prompts);
    expect(await identity.getAuthMode()).toBe(to);
    expect(await identity.getSession()).toEqual(ada);
    expect(identity.hooks.at(-1)).toBe('config');
    const [after] = await world.stored();
    if (before) expect(slotsOf(after)).not.toEqual(slotsOf(before));

    const later = await restart({ unlockOnAccess: true });
    expect(await later.restoreSession()).toEqual(ada);
  });

  it('to InMemoryOnly: what was stored is erased, the session stays until the lock', async () => {
    const identity = await start();
    await identity.login(ada);
    await identity.setAuthMode(AuthMode.InMemoryOnly);
    expect(await world.stored()).toEqual([]);
    expect(await identity.getSession()).toEqual(ada);
  });

  it('login replaces the vault: the old passcode opens nothing', async () => {
    const identity = await start();
    await identity.login(ada);
    world.prompt.passcode = 'another passcode';
    await identity.login(bob);

    const later = await restart();
    const vault = await later.getVault();
    await expect(vault.unlock(true, 'correct horse')).rejects.toEqual(rejection(VaultErrorCodes.AuthFailed));
    await vault.unlock(true, 'another passcode');
    expect(await later.restoreSession()).toEqual(bob);
  });

  it('login whose passcode prompt is cancelled changes nothing', async () => {
    const identity = await start();
    await identity.login(ada);
    world.prompt.passcode = undefined;
    await expect(identity.login(bob)).rejects.toEqual(rejection(VaultErrorCodes.MissingPasscode));
    identity.answer = () => '';
    await expect(identity.login(bob)).rejects.toEqual(rejection(VaultErrorCodes.MissingPasscode));
    expect(await identity.getSession()).toEqual(ada);
  });

  it('logout erases', async () => {
    const identity = await start();
    await identity.login(ada);
    await identity.logout();
    expect(await world.stored()).toEqual([]);
    expect(identity.token).toBeUndefined();
    expect(await identity.getSession()).toBeUndefined();
    expect(await identity.restoreSession()).toBeUndefined();
    expect(await (await identity.getVault()).isLocked()).toBe(false);
  });

  it('saveSession needs no prompt while unlocked, and is refused while locked', async () => {
    const identity = await start();
    await identity.login(ada);
    const prompts = world.prompt.count;
    await identity.saveSession({ ...ada, token: 'fresh' });
    expect(world.prompt.count).toBe(prompts);
    expect(identity.token).toBe('fresh');

    await identity.lockOut();
    await expect(identity.saveSession(ada)).rejects.toEqual(rejection(VaultErrorCodes.VaultLocked));
    await identity.unlock();
    expect(await identity.getSession()).toMatchObject({ token: 'fresh' });
  });

  it('saveSession into an empty vault asks for the passcode first', async () => {
    const identity = await start();
    expect(await (await identity.getVault()).isPasscodeSetupNeeded()).toBe(true);
    await identity.saveSession(ada);
    expect(identity.hooks).toEqual(['ready', 'asks to set', 'config']);
    expect(await (await restart({ unlockOnAccess: true })).restoreSession()).toEqual(ada);
  });

  it('setPasscode makes new keys', async () => {
    const identity = await start();
    await identity.login(ada);
    identity.answer = () => 'a new passcode';
    await identity.setPasscode();

    const vault = await (await restart()).getVault();
    await expect(vault.unlock(true, 'correct horse')).rejects.toEqual(rejection(VaultErrorCodes.AuthFailed));
    await vault.unlock(true, 'a new passcode');
    expect(await vault.getValue('session')).toEqual(ada);
  });

  it('setPasscodeEnabled: off is in memory only, on asks for one', async () => {
    const identity = await start();
    await identity.login(ada);
    await identity.setPasscodeEnabled(false);
    expect(await identity.getAuthMode()).toBe(AuthMode.InMemoryOnly);
    await identity.setPasscodeEnabled(true);
    expect(await identity.getAuthMode()).toBe(AuthMode.PasscodeOnly);
    expect(await world.stored()).toHaveLength(1);
  });

  it('vaults of different descriptors are apart, also where their parts join to the same text', async () => {
    const one = new Identity({ authMode: AuthMode.SecureStorage }, { vaultId: 'a', username: 'b.c' });
    const two = new Identity({ authMode: AuthMode.SecureStorage }, { vaultId: 'a.b', username: 'c' });
    await one.login(ada);
    expect(await two.hasStoredSession()).toBe(false);
    await two.login(bob);
    expect(await one.getSession()).toEqual(ada);
  });

  it('keeps any JSON value under any key, and says what is none', async () => {
    const vault = await (await start({ authMode: AuthMode.SecureStorage })).getVault();
    await vault.storeValue('constructor', { deep: [1, null, 'é'] });
    await vault.storeToken('t');
    expect(await vault.getValue('constructor')).toEqual({ deep: [1, null, 'é'] });
    expect(await vault.getValue('toString')).toBeUndefined();
    expect(await vault.getToken()).toBe('t');
    expect((await vault.getKeys()).sort()).toEqual(['constructor', 'token']);
    await vault.removeValue('constructor');
    expect(await vault.getKeys()).toEqual(['token']);
    await expect(vault.storeValue('x', undefined)).rejects.toEqual(rejection(VaultErrorCodes.InvalidArguments));
    await expect(vault.storeValue('x', 1n)).rejects.toEqual(rejection(VaultErrorCodes.InvalidArguments));
  });

  it.each([6, 7, 9, '5'] as unknown as AuthMode[])(
    'there is no mode %j in version 4, and nothing changes',
    async (mode) => {
      const identity = await start({ authMode: AuthMode.SecureStorage });
      await identity.login(ada);
      await expect(identity.login(bob, mode)).rejects.toEqual(rejection(VaultErrorCodes.InvalidAuthMode));
      await expect(identity.setAuthMode(mode)).rejects.toEqual(rejection(VaultErrorCodes.InvalidAuthMode));
      expect(await identity.getSession()).toEqual(ada);
    },
  );

  it.each([AuthMode.SecureStorage, AuthMode.PasscodeOnly])(
    'removing a value makes no vault: mode %j',
    async (authMode) => {
      const vault = await (await start({ authMode })).getVault();
      await vault.removeValue('a');
      expect(await world.stored()).toEqual([]);
    },
  );

  it('a vault that is gone when its keys are to change is told, and not taken for changed', async () => {
    const identity = await start({ authMode: AuthMode.SecureStorage });
    await identity.login(ada);
    const biometrics = { isSupported: () => Promise.resolve(true), isAvailable: () => erased().then(() => false) };
    const erased = () => world.tamper(() => ({ anchor: undefined, envelope: undefined }));
    world.device.parts = { ...world.device.parts, biometrics };
    world.restart();
    const later = await start({ authMode: AuthMode.SecureStorage });
    const [vault] = world.device.service.opened;
    await expect(vault?.rekey(MODE.BiometricAndPasscode, 'battery staple')).rejects.toMatchObject({
      cause: { code: 'NOT_FOUND' },
    });
    expect(await later.hasStoredSession()).toBe(false);
  });

  it('loses no write when many are made at once', async () => {
    const vault = await (await start({ authMode: AuthMode.SecureStorage })).getVault();
    const keys = Array.from({ length: 20 }, (_, index) => `key${index}`);
    await Promise.all(keys.map((key) => vault.storeValue(key, key)));
    expect((await vault.getKeys()).sort()).toEqual([...keys].sort());
  });

  it('reports what holds', async () => {
    const identity = await start();
    await identity.login(ada);
    expect(await identity.getProtectionReport()).toMatchObject({
      nonExtractableKey: 'script-only',
      offlineGuessing: 'possible',
      attemptLimit: 'advisory',
    });
  });
});
