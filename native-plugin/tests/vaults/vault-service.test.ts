import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthMode, BrowserVault, Vault, VaultErrorCodes, VaultType } from '../../src/index.ts';
import { ScriptedPrompt } from '../../src/testing/scripted-prompt.ts';
import { TestDevice } from '../../src/testing/test-device.ts';
import { chooseService } from '../../src/vaults/current-service.ts';
import type { OpenVault, VaultService } from '../../src/vaults/vault-service.ts';
import { ada, Identity } from '../support/identity.ts';

type Call = readonly [name: string, ...given: readonly unknown[]];

let calls: Call[];
let device: TestDevice;

/** What a bridge would do to it: everything passes as JSON, and is written down. */
function bridged(vault: OpenVault): OpenVault {
  const wire = (data: unknown): unknown => (data === undefined ? undefined : JSON.parse(JSON.stringify(data)));
  return new Proxy(vault, {
    get(target, name) {
      const member = Reflect.get(target, name) as (...given: unknown[]) => unknown;
      if (typeof member !== 'function') return member;
      if (name === 'subscribe') return member.bind(target);
      return async (...given: unknown[]) => {
        calls.push([String(name), ...given]);
        return wire(await member.apply(target, given.map(wire)));
      };
    },
  });
}

function overBridge(local: VaultService): VaultService {
  const vaults = new Map<OpenVault, OpenVault>();
  return {
    device: local.device,
    async open(descriptor, settings) {
      const vault = await local.open(descriptor, JSON.parse(JSON.stringify(settings)) as typeof settings);
      const known = vaults.get(vault) ?? bridged(vault);
      vaults.set(vault, known);
      return known;
    },
  };
}

const readings = (): readonly Call[] => calls.filter(([name]) => name.startsWith('read'));

beforeEach(() => {
  calls = [];
  device = new TestDevice(new ScriptedPrompt('12345678'));
  const service = overBridge(device.service);
  chooseService(() => service);
});
afterEach(() => chooseService(undefined));

describe('only the values that are asked for pass the seam', () => {
  it('version 4', async () => {
    const identity = new Identity({ authMode: AuthMode.SecureStorage });
    await identity.login(ada);
    const vault = await identity.getVault();
    await vault.storeValue('other', 'secret');
    calls = [];

    expect(await identity.getSession()).toEqual(ada);
    expect(await vault.getValue('other')).toBe('secret');
    expect(await vault.getValue('absent')).toBeUndefined();
    expect(readings()).toEqual([
      ['read', ['session']],
      ['read', ['other']],
      ['read', ['absent']],
    ]);
  });

  it.each([Vault, BrowserVault])('versions 5 and 6: %o', async (Version) => {
    const vault = new Version({ key: 'app', type: VaultType.SecureStorage });
    await vault.importVault({ a: '1', b: '[2]', constructor: '3' });
    calls = [];

    expect(await vault.getValue('b')).toEqual([2]);
    expect(await vault.getValue('toString')).toBeNull();
    expect((await vault.getKeys()).sort()).toEqual(['a', 'b', 'constructor']);
    expect(readings()).toEqual([
      ['read', ['b']],
      ['read', ['toString']],
    ]);
    expect(await vault.exportVault()).toEqual({ a: '1', b: '[2]', constructor: '3' });
  });
});

it('nothing but plain data passes the seam: a whole life of a vault of each generation', async () => {
  const identity = new Identity({ authMode: AuthMode.PasscodeOnly, unlockOnAccess: true });
  await identity.login(ada);
  await identity.lockOut();
  expect(await identity.restoreSession()).toEqual(ada);
  await identity.setAuthMode(AuthMode.SecureStorage);
  expect(await (await identity.getVault()).remainingAttempts()).toBe(5);
  await identity.logout();
  expect(await identity.hasStoredSession()).toBe(false);

  const vault = new Vault({
    key: 'app',
    type: VaultType.CustomPasscode,
    shouldClearVaultAfterTooManyFailedAttempts: false,
  });
  await vault.setValue('a', { deep: [1] });
  await vault.removeValue('b');
  await vault.lock();
  expect(await vault.getValue('a')).toEqual({ deep: [1] });
  await vault.updateConfig({ key: 'app', type: VaultType.SecureStorage });
  await vault.clear();
  expect(await vault.isEmpty()).toBe(true);
  expect(new Set(calls.map(([name]) => name)).size).toBeGreaterThan(10);
});

it('handles of one descriptor get the same vault', async () => {
  const settings = { mode: 5, lockAfter: null, hideScreen: false, wipeAtMax: true, maxAttempts: 5 } as const;
  const open = (key: string) => device.service.open({ key }, { ...settings, onEnrollmentChange: 'wipe' });
  expect(await open('a')).toBe(await open('a'));
  expect(await open('a')).not.toBe(await open('b'));
});

it('what a changed enrolment does stays as the keys were made, until others are', async () => {
  const settings = { mode: 0, lockAfter: null, hideScreen: false, wipeAtMax: true, maxAttempts: 5 } as const;
  device.biometrics.enrol();
  const vault = await device.service.open({ key: 'a' }, { ...settings, onEnrollmentChange: 'ignore' });
  await vault.replace(0, [{ key: 'a', json: '1' }]);
  await vault.configure({ ...settings, onEnrollmentChange: 'wipe' });
  await vault.write([{ key: 'b', json: '2' }]);
  await vault.lock();
  device.biometrics.enrol();
  await vault.unlock();
  expect(await vault.keys()).toEqual(['a', 'b']);

  await vault.rekey(0);
  await vault.lock();
  device.biometrics.enrol();
  await expect(vault.unlock()).rejects.toMatchObject({ code: VaultErrorCodes.InvalidatedCredential });
  expect(await vault.status()).toMatchObject({ isStored: false });
});
