import { execa } from 'execa';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { root } from '../../scripts/lib/sample-app.mjs';

/** As an app without any configuration of its own runs it: CommonJS, nothing transformed in `node_modules`. */
const folder = mkdtempSync(join(inject('e2eFolder'), 'jest-'));

beforeAll(async () => {
  const packed = join(root, 'dist', 'plugin');
  const [archive = ''] = readdirSync(packed).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await execa('npm', ['install', join(packed, archive), '@capacitor/core@7.6.9', 'jest@30.5.2'], { cwd: folder });
  writeFileSync(join(folder, 'session.test.js'), SPEC);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('an app’s Jest tests run on the plugin’s test kit', async () => {
  const { exitCode, all } = await execa('npx', ['jest'], { cwd: folder, all: true, reject: false });
  expect({ exitCode, all }).toMatchObject({ exitCode: 0, all: expect.stringContaining('2 passed') as string });
});

const SPEC = `
const { AuthMode, IonicIdentityVaultUser, Vault, VaultErrorCodes } = require('capacitor-identity-vault');
const { useTestVault } = require('capacitor-identity-vault/testing');

let device;
beforeEach(() => (device = useTestVault({ passcode: 'open sesame' })));
afterEach(() => device.restore());

it('version 6', async () => {
  const vault = new Vault();
  await vault.initialize({ key: 'app', type: 'CustomPasscode' });
  await vault.setValue('name', 'ada');
  await vault.lock();
  device.cancelPrompts();
  await expect(vault.getValue('name')).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
});

it('version 4, with fake timers', async () => {
  jest.useFakeTimers();
  class Identity extends IonicIdentityVaultUser {}
  const identity = new Identity({ ready: () => Promise.resolve() }, { authMode: AuthMode.PasscodeOnly, lockAfter: 1000 });
  await identity.login({ username: 'ada', token: 't' });
  await device.background(1000);
  expect(await identity.getSession()).toBeUndefined();
});
`;
