import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthMode, DeviceSecurityType, Vault, VaultErrorCodes, VaultType } from '../../src/index.ts';
import type { TestVault } from '../../src/testing/index.ts';
import { TEST_VAULTS } from '../support/bridged-test-vault.ts';
import { BrowserVaultPlugin, platformOf } from './services/browser-vault-plugin.ts';
import { CoffeeSessionService } from './services/coffee-session.ts';
import { CardSession, LibraryCardService } from './services/library-card.ts';
import { LockStatusService } from './services/lock-status.ts';
import { OfflineKeysService } from './services/offline-keys.ts';
import { PasscodeStore } from './services/passcode-store.ts';
import { PinIdentityService } from './services/pin-identity.ts';
import { PinStateService } from './services/pin-state.ts';
import { ReactVault } from './services/react-vault.ts';
import { TokenStorage } from './services/token-storage.ts';
import { useSessionVault } from './services/use-session-vault.ts';

describe.each(TEST_VAULTS)('$where', ({ useVault }) => {
  let device: TestVault;
  beforeEach(() => {
    device = useVault({ biometrics: 'enrolled', systemPasscode: true });
  });
  afterEach(() => device.restore());

  describe('services in the style of public apps of version 4', () => {
    it('a session that never locks, and an own plugin in the browser', async () => {
      const plugin = new BrowserVaultPlugin();
      for (const isHybrid of [true, false]) {
        const getVault = vi.spyOn(plugin, 'getVault');
        const service = new CoffeeSessionService(plugin, platformOf(isHybrid));
        await service.login({ username: 'ada', token: 't', favourites: [] });
        await device.background(60_000);
        await service.like('ristretto');
        expect((await service.restoreSession())?.favourites).toEqual(['ristretto']);
        expect(getVault).toHaveBeenCalledTimes(isHybrid ? 0 : 1);
        getVault.mockRestore();
      }
      const later = new CoffeeSessionService(plugin, platformOf(true));
      expect(await (await later.getVault()).getKeys()).toEqual(['session']);
      await later.logout();
      expect(await later.hasStoredSession()).toBe(false);
    });

    it('a PIN page of the app, and a lock that sends to the sign-in', async () => {
      device = useVault();
      const commands: string[][] = [];
      const pins: ({ data?: string } | undefined)[] = [];
      const start = () =>
        new PinIdentityService(
          { open: () => Promise.resolve(pins.shift() ?? { role: 'cancel' }) },
          { navigate: (where) => void commands.push(where) },
          platformOf(true),
        );
      const service = start();
      await expect(service.set('ada', 'token')).rejects.toMatchObject({ code: VaultErrorCodes.MissingPasscode });
      pins.push({ data: '27182818' });
      await service.set('ada', 'token');
      expect([service.token, await service.getAuthMode()]).toEqual(['token', AuthMode.PasscodeOnly]);
      await device.background(5000);
      expect([service.token, commands]).toEqual([undefined, [['login']]]);
      await expect(service.getToken()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
      pins.push({ data: '31415926' });
      await expect(service.getToken()).rejects.toMatchObject({ code: VaultErrorCodes.AuthFailed });
      pins.push({ data: '27182818' });
      expect(await service.getToken()).toBe('token');

      device.restart();
      const later = start();
      pins.push({ data: '27182818' });
      expect(await later.getToken()).toBe('token');
      await later.remove();
      expect(later.changes).toEqual([undefined]);
      expect(await later.getToken()).toBeUndefined();
    });

    it('one instance, the mode from switches of a settings page', async () => {
      ReactVault.forget();
      const vault = ReactVault.getInstance();
      expect(ReactVault.getInstance()).toBe(vault);
      await vault.login({ username: 'ada', token: 't', anything: [1] }, AuthMode.SecureStorage);
      expect(await vault.canUnlock()).toBe(false);
      await vault.use({ biometrics: true, passcode: false, secureStorage: false });
      await vault.lockOut();
      expect(await vault.canUnlock()).toBe(true);
      device.answerBiometrics('canceled');
      await expect(vault.restoreSession()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
      device.answerBiometrics('ok');
      expect(await vault.restoreSession()).toEqual({ username: 'ada', token: 't', anything: [1] });
      await vault.use({ biometrics: true, passcode: true, secureStorage: false });
      expect(await vault.describe()).toMatchObject({ mode: AuthMode.BiometricAndPasscode, supported: true });
      await vault.use({ biometrics: false, passcode: false, secureStorage: false });
      expect(await vault.getAuthMode()).toBe(AuthMode.InMemoryOnly);
      await vault.lockOut();
      expect(await vault.hasStoredSession()).toBe(false);
    });

    it('keys of an offline database in a vault beside that of the session', async () => {
      let count = 0;
      const start = () => new OfflineKeysService(platformOf(true), () => `key ${(count += 1)}`);
      const keys = start();
      const session = new CoffeeSessionService(new BrowserVaultPlugin(), platformOf(true));
      await session.login({ username: 'ada', token: 't', favourites: [] });
      expect([await keys.databaseKey(), await keys.databaseKey()]).toEqual(['key 1', 'key 1']);
      await session.logout();
      device.restart();
      const later = start();
      expect(await later.databaseKey()).toBe('key 1');
      await later.forget();
      expect(await later.databaseKey()).toBe('key 2');
    });

    it('a session class, biometrics as an option, a message for each failure', async () => {
      const service = new LibraryCardService(platformOf(true));
      expect(service.isNative).toBe(true);
      const session = Object.assign(new CardSession(), { username: '4711', pin: '0815' });
      await service.signIn(session, true);
      await device.background(5000);
      device.answerBiometrics('canceled');
      expect(await service.rememberedPin()).toBe('cancelled');
      device.answerBiometrics('lockedOut');
      expect(await service.rememberedPin()).toBe('try later');
      device.answerBiometrics('ok');
      expect([await service.rememberedPin(), service.restored]).toEqual([
        '0815',
        [{ username: '4711', token: '', pin: '0815' }],
      ]);
      await service.lockOut();
      device.enrolBiometrics();
      expect(await service.rememberedPin()).toBe('sign in again');
      await service.signIn(session, false);
      await service.lockOut();
      expect(await service.rememberedPin()).toBeUndefined();
    });
  });

  describe('services in the style of public apps of versions 5 and 6', () => {
    it('a composable that changes how the vault is unlocked', async () => {
      const use = useSessionVault(true);
      await use.initializeVault();
      await use.storeSession({ name: 'Ada', accessToken: 't' });
      expect(await use.sessionIsLocked()).toBe(false);
      await use.updateUnlockMode('BiometricsWithPasscode');
      await device.background(2000);
      expect([use.session.value, await use.sessionIsLocked()]).toEqual([null, true]);
      device.answerBiometrics('canceled');
      await expect(use.unlockSession()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
      device.answerBiometrics('ok');
      expect(await use.getSession()).toEqual({ name: 'Ada', accessToken: 't' });
      await use.updateUnlockMode('InMemory');
      await use.lockSession();
      expect(await use.getSession()).toBeNull();

      const browser = useSessionVault(false);
      await browser.initializeVault();
      await browser.updateUnlockMode('Biometrics');
      await browser.storeSession({ name: 'Bob', accessToken: 't' });
      expect(await browser.getSession()).toMatchObject({ name: 'Bob' });
      await browser.clearSession();
      expect(await browser.getSession()).toBeNull();
    });

    it('a passcode page that answers only while it is shown', async () => {
      const store = new PasscodeStore();
      await store.initialize();
      const asked: boolean[] = [];
      let answer = '27182818';
      store.addOnPasscodeRequested((isSetRequest, onComplete) => {
        asked.push(isSetRequest);
        onComplete(answer);
      });
      await store.storeSession('session');
      store.lock().catch(() => undefined);
      await expect.poll(() => store.state.session).toBeNull();
      answer = '';
      await expect(store.restoreSession()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
      answer = '27182818';
      expect(await store.restoreSession()).toBe('session');
      await store.neverLock();
      store.removeOnPasscodeRequested();
      await store.lock();
      expect(await store.restoreSession()).toBe('session');
      expect(asked).toEqual([true, false, false]);
    });

    it('a type as plain text, and a vault that is configured by its constructor', async () => {
      const storage = new Map<string, string>();
      const pins = ['27182818', undefined, '27182818'];
      const start = () => new LockStatusService(true, storage, () => Promise.resolve(pins.shift()));
      const service = start();
      await service.set({ token: 't' });
      await service.usePasscode();
      await service.lock();
      expect([await service.canUnlock(), service.status]).toEqual([true, ['Locked']]);
      await expect(service.token()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
      expect(await service.token()).toBe('t');
      expect(service.status).toEqual(['Locked', 'Unlocked']);
      device.restart();
      expect(await start().canUnlock()).toBe(true);
    });

    it('a PIN that the handler returns', async () => {
      const pins = ['31415926', '27182818'];
      const service = new PinStateService(() => Promise.resolve(pins.shift() ?? ''));
      await service.init();
      await service.login('27182818', 't');
      expect(await service.isHidden()).toBe(false);
      await device.background(2000);
      expect(service.timeouts).toEqual([true]);
      await expect(service.token()).rejects.toMatchObject({ code: VaultErrorCodes.AuthFailed });
      expect(await service.token()).toBe('t');
      await device.background(2000);
      await expect(service.token()).rejects.toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
      expect(service.errors).toEqual(['AuthFailed', 'UserCanceledInteraction']);
    });

    it('tokens by provider, and a move of all of them to another vault', async () => {
      const vault = new Vault({ key: 'com.example.tokens', type: VaultType.SecureStorage });
      const tokens = new TokenStorage(vault);
      await tokens.setAccessToken('a', 'azure');
      await tokens.setAccessToken('b');
      await tokens.setRefreshToken('r');
      await tokens.clear('azure');
      expect([await tokens.getAccessToken('azure'), await tokens.getAccessToken()]).toEqual([null, 'b']);
      await tokens.lockAfter(null);
      expect(tokens.configs).toHaveLength(1);
      const other = new Vault();
      await other.initialize({
        key: 'com.example.locked',
        type: VaultType.DeviceSecurity,
        deviceSecurityType: DeviceSecurityType.Biometrics,
      });
      expect(await tokens.moveTo(other)).toEqual(['access.default', 'refresh']);
      expect(await tokens.getRefreshToken()).toBeUndefined();
      await other.lock();
      expect(await new TokenStorage(other).getRefreshToken()).toBe('r');
      expect([device.biometricPromptCount, tokens.errors]).toEqual([1, []]);
    });
  });
});
