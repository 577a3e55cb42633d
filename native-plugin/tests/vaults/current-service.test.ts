import { Capacitor } from '@capacitor/core';
import { afterEach, expect, it, vi } from 'vitest';
import { AuthMode, passcodeRules, VaultErrorCodes } from '../../src/index.ts';
import { ada, Identity } from '../support/identity.ts';

afterEach(() => vi.restoreAllMocks());

it.each(['ios', 'android'])(
  'on %s everything is refused in an app without the native part, which is told what to do',
  async (platform) => {
    vi.spyOn(Capacitor, 'isNativePlatform').mockReturnValue(true);
    vi.spyOn(Capacitor, 'getPlatform').mockReturnValue(platform);
    const identity = new Identity({ authMode: AuthMode.SecureStorage });
    const refused = {
      code: VaultErrorCodes.VaultUnavailable,
      message: expect.stringMatching(new RegExp(`for ${platform}.*cap sync`)) as string,
    };

    await expect(identity.ready()).rejects.toMatchObject(refused);
    await expect(identity.login(ada)).rejects.toMatchObject(refused);
    await expect(identity.hasStoredSession()).rejects.toMatchObject(refused);
    await expect(identity.restoreSession()).rejects.toMatchObject(refused);
    await vi.waitFor(() => {
      expect(identity.hooks).toEqual([`setup error ${VaultErrorCodes.VaultUnavailable}`]);
    }, 30_000);
    expect(passcodeRules()).toEqual({ minLength: 4, maxLength: 128 });
  },
);

it('outside a secure context everything is refused', async () => {
  const identity = new Identity();
  await expect(identity.login(ada)).rejects.toMatchObject({ code: VaultErrorCodes.InsecureContext });
  expect(passcodeRules()).toEqual({ minLength: 8, maxLength: 128 });
});

it('importing does nothing', async () => {
  vi.resetModules();
  const before = Object.keys(globalThis).sort();
  await import('../../src/index.ts');
  await import('../../src/http/index.ts');
  await import('../../src/testing/index.ts');
  expect(Object.keys(globalThis).sort()).toEqual(before);
});
