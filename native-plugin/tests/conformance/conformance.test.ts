import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestVault } from '../../src/testing/index.ts';
import { TEST_VAULTS } from '../support/bridged-test-vault.ts';
import { BrowserAuthPlugin, IdentityService, unlockPage, type AppSession, type PlainStorage } from './v4-app.ts';
import { SessionVaultService, startPage, useVault, type Preferences, type Session, type UnlockMode } from './v6-app.ts';

describe.each(TEST_VAULTS)('$where', ({ useVault: makeDevice }) => {
  let device: TestVault;
  beforeEach(() => {
    device = makeDevice();
  });
  afterEach(() => device.restore());

  describe('an app of version 4', () => {
    const ada: AppSession = { username: 'ada', token: 'token', email: 'ada@example.com', roles: ['admin'] };
    const start = (plugin?: BrowserAuthPlugin) => {
      const urls: string[] = [];
      const router = { navigateByUrl: (url: string) => Promise.resolve(urls.push(url) > 0) };
      return { urls, identity: new IdentityService(router, { ready: () => Promise.resolve('ready') }, plugin) };
    };

    it('logs in, locks, unlocks, keeps other values, logs out', async () => {
      device = makeDevice({ passcode: 'passcode', biometrics: 'enrolled' });
      const { identity, urls } = start();
      expect(await unlockPage(identity)).toBe('login');
      await identity.set(ada);
      await identity.remember('theme', 'dark');
      await device.background(5000);
      expect([await identity.isLocked(), identity.token]).toEqual([true, undefined]);
      device.answerBiometrics('canceled');
      expect(await unlockPage(identity)).toBe('stay');
      device.answerBiometrics('ok');
      expect(await unlockPage(identity)).toBe('home');
      expect(urls).toEqual(['/unlock', '/home']);
      expect(identity.restored).toEqual([ada]);

      device.restart();
      const later = start().identity;
      expect(await unlockPage(later)).toBe('home');
      expect(await (await later.getVault()).getKeys()).toEqual(['session', 'theme']);
      await later.logout();
      expect(await unlockPage(later)).toBe('login');
      expect([identity.errors, later.errors]).toEqual([[], []]);
    });

    it('brings its own plugin for the browser', async () => {
      const values = new Map<string, unknown>();
      const storage: PlainStorage = {
        get: (key) => Promise.resolve(values.get(key)),
        set: (key, value) => Promise.resolve(void values.set(key, value)),
        remove: (key) => Promise.resolve(void values.delete(key)),
        keys: () => Promise.resolve([...values.keys()]),
      };
      const { identity } = start(new BrowserAuthPlugin(storage));
      await identity.login(ada);
      expect(values.get('session')).toEqual(ada);
      expect(await start(new BrowserAuthPlugin(storage)).identity.restoreSession()).toEqual(ada);
      await identity.logout();
      expect(values.size).toBe(0);
      expect(device.promptCount).toBe(0);
    });
  });

  describe('an app of version 6', () => {
    const ada: Session = { firstName: 'Ada', accessToken: 'token' };
    const kept = new Map<string, string>();
    const preferences: Preferences = {
      get: ({ key }) => Promise.resolve({ value: kept.get(key) ?? null }),
      set: ({ key, value }) => Promise.resolve(void kept.set(key, value)),
    };
    let pins: (string | undefined)[] = [];
    let asked: boolean[] = [];
    const start = async (isNative = true): Promise<SessionVaultService> => {
      const vault = new SessionVaultService(isNative, preferences, (isSet) => {
        asked.push(isSet);
        const data = pins.shift();
        return Promise.resolve(data === undefined ? {} : { data });
      });
      await vault.initialize();
      return vault;
    };
    beforeEach(() => {
      kept.clear();
      [pins, asked] = [[], []];
      device = makeDevice({ biometrics: 'enrolled', systemPasscode: true });
    });

    it.each([
      { mode: 'Device', page: '/home', system: 1, own: [] },
      { mode: 'SystemPIN', page: '/home', system: 1, own: [] },
      { mode: 'SessionPIN', page: '/home', system: 0, own: [true, false] },
      { mode: 'NeverLock', page: '/home', system: 0, own: [] },
      { mode: 'ForceLogin', page: '/login', system: 0, own: [] },
    ] as { mode: UnlockMode; page: string; system: number; own: boolean[] }[])(
      '$mode: from the log-in over a lock and a restart to the log-out',
      async ({ mode, page, system, own }) => {
        const vault = await start();
        expect(await startPage(vault)).toBe('/login');
        await vault.setSession(ada);
        pins = ['1234', '1234'];
        await vault.setUnlockMode(mode);
        expect(await vault.lastUnlockMode).toBe(mode);
        expect(vault.changes).toHaveLength(1);
        await vault.lock();
        device.restart();

        const later = await start();
        expect(await startPage(later)).toBe(page);
        expect(await later.getSession()).toEqual(page === '/home' ? ada : null);
        expect([device.biometricPromptCount, asked]).toEqual([system, own]);
        await later.clear();
        expect(await startPage(later)).toBe('/login');
        expect(later.errors).toEqual([]);
      },
    );

    it('chooses the best the device has', async () => {
      expect(await (await start()).enableDefaultUnlockMode()).toBe('Device');
      device = makeDevice({ systemPasscode: true });
      expect(await (await start()).enableDefaultUnlockMode()).toBe('SystemPIN');
      device = makeDevice();
      expect(await (await start()).enableDefaultUnlockMode()).toBe('SessionPIN');
    });

    it('a dismissed passcode page leads to the unlock page, too many wrong ones to the log-in', async () => {
      const vault = await start();
      await vault.setSession(ada);
      pins = ['1234', undefined, '9999', '9999'];
      await vault.setUnlockMode('SessionPIN');
      let locks = 0;
      vault.onLocked = () => (locks += 1);
      await device.background(2000);
      expect([locks, await vault.canUnlock()]).toEqual([1, true]);
      expect(await startPage(vault)).toBe('/unlock');
      expect(await startPage(vault)).toBe('/unlock');
      expect(await startPage(vault)).toBe('/login');
      expect(await vault.getSession()).toBeNull();
    });

    it('a new finger leads to the log-in', async () => {
      device = makeDevice({ biometrics: 'enrolled' });
      const { vault } = useVault(() => '1234');
      await vault.updateConfig({ key: 'com.example.v5', type: 'DeviceSecurity', deviceSecurityType: 'Biometrics' });
      await vault.setValue('a', 1);
      await vault.lock();
      device.enrolBiometrics();
      await expect(vault.unlock()).rejects.toMatchObject({ code: 104 });
    });

    it('in a browser BrowserVault takes every mode, and asks nothing', async () => {
      device = makeDevice();
      const vault = await start(false);
      await vault.setSession(ada);
      for (const mode of ['Device', 'SessionPIN', 'NeverLock'] as const) await vault.setUnlockMode(mode);
      await vault.lock();
      device.restart();
      const later = await start(false);
      expect(await startPage(later)).toBe('/home');
      expect([device.promptCount, asked]).toEqual([0, []]);
    });

    it('version 5: everything in the constructor', async () => {
      const { vault, events } = useVault(() => 'open sesame');
      await vault.setValue('session', ada);
      await vault.lock();
      expect(await vault.getValue<Session>('session')).toEqual(ada);
      expect(events).toEqual(['locked', 'unlocked']);
    });
  });
});
