import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromium, launch } from './chromium.ts';
import { servePage, type Served } from './serve-page.ts';

const ADA = `{ username: 'ada', token: 'token-of-ada' }`;
const PASSCODE = 'correct horse';
const PLATFORM_AUTHENTICATOR = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  hasPrf: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

describe.skipIf(!chromium)('biometrics in Chromium, by WebAuthn PRF', () => {
  let browser: Browser;
  let server: Served;
  let context: BrowserContext;
  let page: Page;
  let device: CDPSession;
  let authenticator: string;

  const open = async (mode: string) => {
    // A relying party is a domain, so the address won't do.
    await page.goto(`http://localhost:${server.port}/?mode=${mode}`);
    await page.waitForFunction('window.identity');
  };
  const start = (call: string) => page.evaluate<string>(`outcome(${call})`);
  const addAuthenticator = async (options: Partial<typeof PLATFORM_AUTHENTICATOR> | Record<string, unknown> = {}) => {
    const added = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: { ...PLATFORM_AUTHENTICATOR, ...options },
    });
    authenticator = added.authenticatorId;
  };
  const setVerified = (isUserVerified: boolean) =>
    device.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified });
  const choosePasscode = async () => {
    await page.getByLabel('New passcode').fill(PASSCODE);
    await page.getByLabel('Repeat passcode').fill(PASSCODE);
    await page.getByRole('button', { name: 'Save' }).click();
  };
  const enterPasscode = async () => {
    await page.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
    await page.keyboard.press('Enter');
  };
  const credentials = async () =>
    (await device.send('WebAuthn.getCredentials', { authenticatorId: authenticator })).credentials;

  beforeAll(async () => {
    server = await servePage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
  });
  afterEach(() => context.close());

  it('BiometricOnly: a passkey opens the vault, after a reload too, without any passcode', async () => {
    await addAuthenticator();
    await open('BiometricOnly');
    expect(await start(`identity.login(${ADA})`)).toBe('undefined');
    expect(await start('identity.isBiometricsEnabled()')).toBe('true');
    expect(await start('identity.isPasscodeEnabled()')).toBe('false');

    await page.reload();
    await page.waitForFunction('window.identity');
    expect(await start('identity.getSession()')).toBe('undefined');
    expect(await start('identity.restoreSession()')).toContain('token-of-ada');
    expect(JSON.parse(await start('identity.getProtectionReport()'))).toMatchObject({
      offlineGuessing: 'impossible',
      userVerification: 'yes',
      attemptLimit: 'none',
      passcodeSeenByJs: 'no',
    });
  });

  it('a person who is not verified gets nothing, and loses nothing', async () => {
    await addAuthenticator();
    await open('BiometricOnly');
    await start(`identity.login(${ADA})`);
    await start('identity.lockOut()');

    await setVerified(false);
    expect(await start('identity.restoreSession()')).toBe('UserCanceledInteraction');
    expect(await start('identity.getSession()')).toBe('undefined');
    expect(await start('identity.hasStoredSession()')).toBe('true');
  });

  it('another passkey of the same person does not open it', async () => {
    await addAuthenticator();
    await open('BiometricOnly');
    await start(`identity.login(${ADA})`);
    await start('identity.lockOut()');
    const [passkey] = await credentials();
    await device.send('WebAuthn.removeCredential', {
      authenticatorId: authenticator,
      credentialId: passkey?.credentialId ?? '',
    });
    await page.evaluate(`navigator.credentials.create({ publicKey: {
      challenge: new Uint8Array(32), rp: { id: 'localhost', name: 'x' }, user: { id: new Uint8Array(16), name: 'x', displayName: 'x' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }], authenticatorSelection: { userVerification: 'required' },
      extensions: { prf: {} },
    } })`);
    expect(await credentials()).toHaveLength(1);
    expect(await start('identity.unlock()')).toBe('UserCanceledInteraction');
    expect(await start('identity.getSession()')).toBe('undefined');
  });

  it('BiometricAndPasscode: either opens it; where the passkey is not used, the passcode is asked for', async () => {
    await addAuthenticator();
    await open('BiometricAndPasscode');
    const loggedIn = start(`identity.login(${ADA})`);
    await choosePasscode();
    expect(await loggedIn).toBe('undefined');

    await start('identity.lockOut()');
    expect(await start('identity.restoreSession()')).toContain('token-of-ada');

    await start('identity.lockOut()');
    await setVerified(false);
    const restored = start('identity.restoreSession()');
    await enterPasscode();
    expect(await restored).toContain('token-of-ada');
  });

  it('a passcode that is changed keeps the passkey; turning biometrics off makes it useless', async () => {
    await addAuthenticator();
    await open('BiometricAndPasscode');
    const loggedIn = start(`identity.login(${ADA})`);
    await choosePasscode();
    await loggedIn;
    const changed = start('identity.setPasscode()');
    await choosePasscode();
    expect(await changed).toBe('undefined');
    await start('identity.lockOut()');
    expect(await start('identity.restoreSession()')).toContain('token-of-ada');

    expect(await start('identity.setBiometricsEnabled(false)')).toBe('undefined');
    expect(await start('identity.getAuthMode()')).toBe('1');
    await start('identity.lockOut()');
    const restored = start('identity.restoreSession()');
    await enterPasscode();
    expect(await restored).toContain('token-of-ada');
  });

  it('an authenticator without PRF: BiometricOnly is refused, BiometricAndPasscode is the passcode alone', async () => {
    await addAuthenticator({ hasPrf: false });
    await open('BiometricOnly');
    expect(await start(`identity.login(${ADA})`)).toBe('PolicyNotMet');
    expect(await start('identity.hasStoredSession()')).toBe('false');

    await open('BiometricAndPasscode');
    const loggedIn = start(`identity.login(${ADA})`);
    await choosePasscode();
    expect(await loggedIn).toBe('undefined');
    expect(await start('identity.isBiometricsEnabled()')).toBe('false');
    expect(await start('identity.isPasscodeEnabled()')).toBe('true');
  });

  it('no authenticator at all: the same', async () => {
    await open('BiometricOnly');
    expect(await start('identity.isBiometricsAvailable()')).toBe('false');
    expect(await start(`identity.login(${ADA})`)).toBe('PolicyNotMet');
  });

  describe('the API of Identity Vault 5 and 6', () => {
    const make = (config: string, type = 'Vault') => `(async () => {
      const { Vault, BrowserVault, VaultType, DeviceSecurityType } = six;
      const vault = new ${type}();
      await vault.initialize({ key: 'io.example.vault', ...${config} });
      return vault;
    })()`;
    const biometrics = `{ type: VaultType.DeviceSecurity, deviceSecurityType: DeviceSecurityType.Biometrics }`;

    it('a vault behind a passkey keeps its values over a reload, and asks once for many reads', async () => {
      await addAuthenticator();
      await open('InMemoryOnly');
      expect(
        await start(`${make(biometrics)}.then((vault) => vault.setValue('session', { token: 'token-of-ada' }))`),
      ).toBe('undefined');
      await page.reload();
      await page.waitForFunction('window.identity');
      const read = await start(
        `${make(biometrics)}.then(async (vault) => [await vault.isLocked(), ...(await Promise.all([vault.getValue('session'), vault.getValue('session'), vault.getKeys()]))])`,
      );
      expect(JSON.parse(read)).toEqual([true, { token: 'token-of-ada' }, { token: 'token-of-ada' }, ['session']]);
    });

    it('Vault is strict where there is no passkey; BrowserVault is the key of the browser, and says so', async () => {
      await open('InMemoryOnly');
      expect(await start(make(biometrics))).toBe('PolicyNotMet');
      const vault = make(biometrics, 'BrowserVault');
      const report = await start(
        `${vault}.then(async (vault) => { await vault.setValue('a', 1); return vault.getProtectionReport(); })`,
      );
      expect(JSON.parse(report)).toMatchObject({ userVerification: 'no', encryptedAtRest: 'yes' });
    });

    it('Device.showBiometricPrompt proves a person, releases nothing and leaves no passkey behind', async () => {
      await addAuthenticator();
      await open('InMemoryOnly');
      expect(await start('six.Device.isBiometricsEnabled()')).toBe('true');
      expect(await start('six.Device.showBiometricPrompt({})')).toBe('undefined');
      expect(await credentials()).toEqual([]);
      await setVerified(false);
      const refused = await page.evaluate<string>(
        'six.Device.showBiometricPrompt({}).then(() => "shown", (error) => six.DeviceErrorCodes[error.code])',
      );
      expect(refused).toBe('UserCanceledInteraction');
    });
  });
});
