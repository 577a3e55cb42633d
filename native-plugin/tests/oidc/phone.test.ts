import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallMessage } from '../../src/vaults/bridged/call-message.ts';
import { VaultErrorCodes } from '../../src/definitions/errors.ts';
import { RefusalMessage } from '../support/native-side/refusal-message.ts';
import { CALLBACK, ISSUER, Phone, type PhoneApp } from './support/phone.ts';

/** Each test loads the app's modules anew, some twice. */
vi.setConfig({ testTimeout: 60_000 });

let phone: Phone;
beforeEach(async () => {
  phone = await Phone.start();
});
afterEach(() => phone.end());

async function signedIn(app: PhoneApp): Promise<void> {
  const login = app.client.login();
  phone.browser.arrive(await phone.signIn());
  await login;
}

describe('on a phone a client needs no more than a vault:', () => {
  it('it signs in with the browser of the system, and asks the provider through native code', async () => {
    const app = await phone.app();
    const fetched = vi.spyOn(globalThis, 'fetch');
    const login = app.client.login({ returnTo: '/orders/7' });
    const answer = await phone.signIn();
    fetched.mockClear();
    expect(phone.browser.shown).toMatchObject([{ callbackUrl: CALLBACK, isEphemeral: false }]);
    expect(phone.browser.shown[0]?.state).toBe(new URL(answer).searchParams.get('state'));
    phone.browser.arrive(answer);
    expect(await login).toMatchObject({ returnTo: '/orders/7', session: { subject: 'ada', issuer: ISSUER } });
    expect(await app.stored()).toMatchObject({ subject: 'ada' });
    // The page itself asked nobody: what was fetched is what the simulated network did.
    expect(fetched.mock.calls.map(([url]) => url)).toEqual([phone.provider.reach(`${ISSUER}/token`)]);
    const names = phone.requests.flatMap(({ headers }) => headers.map(({ name }) => name));
    expect(new Set(names)).toEqual(new Set(['accept', 'content-type']));
    vi.spyOn(globalThis, 'fetch').mockRestore();
  });

  it('it renews, revokes, and ends the session of the provider', async () => {
    const app = await phone.app();
    await signedIn(app);
    const before = await app.stored();
    const renewed = await app.client.refresh();
    expect(renewed?.refreshToken).not.toBe(before?.refreshToken);
    expect(await app.stored()).toEqual(renewed);
    const leaving = app.client.logout();
    await vi.waitFor(() => expect(phone.browser.shown).toHaveLength(2), 30_000);
    expect(phone.browser.shown[1]?.url).toContain(`${ISSUER}/session/end`);
    expect(phone.browser.shown[1]).not.toHaveProperty('state');
    phone.browser.arrive('com.example.app:/auth/goodbye');
    expect(await leaving).toEqual({ isRevoked: true, isEndedAtProvider: true });
    expect(await app.stored()).toBeNull();
  });

  it('it takes the answer that the next process was opened with, once', async () => {
    const first = await phone.app();
    void first.client.login({ returnTo: '/orders' });
    const answer = await phone.signIn();
    const next = await phone.app();
    phone.browser.arrive(`${CALLBACK}?error=access_denied`);
    phone.browser.arrive(answer);
    expect(await next.client.resume()).toMatchObject({ returnTo: '/orders', session: { subject: 'ada' } });
    expect(await next.client.resume()).toBeUndefined();
    expect(await (await phone.app()).client.resume()).toBeUndefined();
  });

  it('it asks native code for no answer where no sign-in was begun', async () => {
    const app = await phone.app();
    phone.browser.arrive(`${CALLBACK}?code=x&state=y`);
    expect(await app.client.resume()).toBeUndefined();
    const calls = phone.page.traffic.map(({ json }) => (JSON.parse(json) as Partial<CallMessage>).call);
    expect(calls).not.toContain('takeAuthCallback');
  });

  it('it keeps no token and no code beside the vault, and none in what it shows', async () => {
    const app = await phone.app();
    await signedIn(app);
    const { token, refreshToken, idToken } = (await app.stored())!;
    const shown = phone.browser.shown.map(({ url }) => url).join();
    for (const secret of [token, refreshToken!, idToken]) expect(shown).not.toContain(secret);
    const open = phone.page.traffic.filter(({ json }) => json.includes('oidc.pending')).map(({ json }) => json);
    expect(open.length).toBeGreaterThan(0);
    for (const secret of [token, refreshToken!, idToken]) expect(open.join()).not.toContain(secret);
  });
});

describe('a sign-in on a phone', () => {
  it('that the user closes is canceled, and leaves nothing behind', async () => {
    const app = await phone.app();
    const login = app.client.login();
    const answer = await phone.signIn();
    phone.browser.close();
    await expect(login).rejects.toMatchObject({ code: 'LoginCanceled' });
    phone.browser.arrive(answer);
    expect(await app.client.resume()).toBeUndefined();
  });

  it('goes on when a forged answer arrives', async () => {
    const app = await phone.app();
    const login = app.client.login();
    const answer = await phone.signIn();
    for (const forged of [`${CALLBACK}?error=access_denied`, `${CALLBACK}?code=x&state=y`, `${answer}&state=z`]) {
      expect(phone.browser.arrive(forged)).toBe(false);
    }
    phone.browser.arrive(answer);
    expect((await login)?.session.subject).toBe('ada');
  });

  it('is shared by those who ask for it at once', async () => {
    const app = await phone.app();
    const both = [app.client.login(), app.client.login()];
    phone.browser.arrive(await phone.signIn());
    const [first, second] = await Promise.all(both);
    expect(first).toBe(second);
    expect(phone.browser.shown).toHaveLength(1);
  });

  it('shares no cookies where that is asked for', async () => {
    const app = await phone.app({ isEphemeral: true });
    await signedIn(app);
    expect(phone.browser.shown[0]?.isEphemeral).toBe(true);
  });

  it('says what to configure where the origin is not listed, and asks nobody', async () => {
    phone.origins = ['https://login.example.org'];
    const app = await phone.app();
    await expect(app.client.login()).rejects.toMatchObject({
      code: 'ProviderNotTrusted',
      message: expect.stringContaining('authOrigins') as string,
    });
    expect(phone.requests).toEqual([]);
  });

  it.each(['http://localhost:4200/callback', 'myapp:/callback', 'https://app.example.com:8443/callback'])(
    'can not come back to %s, and says so',
    async (redirectUri) => {
      const app = await phone.app({ redirectUri });
      await expect(app.client.login()).rejects.toMatchObject({ code: 'InvalidConfig' });
      expect(phone.browser.shown).toEqual([]);
    },
  );

  it('is not supported where no browser can show it, and is begun anew', async () => {
    const app = await phone.app();
    const open = vi.spyOn(phone.browser, 'openSession');
    open.mockRejectedValueOnce(new RefusalMessage('VaultUnavailable'));
    await expect(app.client.login()).rejects.toMatchObject({ code: 'NotSupported' });
    open.mockRejectedValueOnce(new RefusalMessage('Conflict'));
    await expect(app.client.login()).rejects.toMatchObject({ code: VaultErrorCodes.Conflict });
    await signedIn(app);
    expect(await app.stored()).toMatchObject({ subject: 'ada' });
  });

  it('is refused where native code takes another address for the answer', async () => {
    const app = await phone.app();
    vi.spyOn(phone.browser, 'openSession').mockResolvedValueOnce(`${CALLBACK}?code=x&state=y`);
    await expect(app.client.login()).rejects.toMatchObject({ code: 'LoginFailed', reason: 'state' });
    expect(phone.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(await app.client.resume()).toBeUndefined();
  });

  it('works again where what was kept of a former one is damaged', async () => {
    const app = await phone.app();
    void app.client.login();
    await phone.signIn();
    const next = await phone.app();
    const { currentService } = await import('../../src/vaults/current-service.ts');
    const { VaultError, VaultErrorCodes } = await import('../../src/definitions/errors.ts');
    const { pendingValues } = await import('../../src/oidc/phone/pending-values.ts');
    const service = await currentService();
    const damaged = new VaultError(VaultErrorCodes.Corrupt, 'damaged');
    const open = service.open.bind(service);
    vi.spyOn(service, 'open').mockImplementation(async (...given) => {
      const vault = await open(...given);
      vi.spyOn(vault, 'read').mockRejectedValueOnce(damaged);
      vi.spyOn(vault, 'write').mockRejectedValueOnce(damaged);
      return vault;
    });
    const values = await pendingValues(service);
    expect(await values.getValue('oidc.pending')).toBeNull();
    await values.setValue('oidc.pending', { a: 1 });
    expect(await values.getValue('oidc.pending')).toEqual({ a: 1 });
    vi.restoreAllMocks();
    await signedIn(next);
  });
});

describe('a provider that a phone asks', () => {
  it.each<[string, string, Parameters<Phone['provider']['fault']>[1]]>([
    ['is down', '/token', { isDown: true }],
    ['is busy', '/token', { status: 503 }],
    ['answers with no JSON', '/token', { status: 200 }],
    ['answers too late', '/token', { delay: 2500 }],
  ])('and that %s: the session is kept', async (_name, path, fault) => {
    const app = await phone.app();
    await signedIn(app);
    const before = await app.stored();
    phone.provider.fault(path, fault);
    const hasty = await phone.app({ timeout: fault.delay === undefined ? 30 : 1 });
    await expect(hasty.client.refresh()).rejects.toMatchObject({ code: 'ProviderUnreachable' });
    expect(await hasty.stored()).toEqual(before);
  });

  it('and that renews no more ends the session', async () => {
    const app = await phone.app();
    await signedIn(app);
    phone.provider.fault('/token', {
      status: 400,
      type: 'application/json',
      body: JSON.stringify({ error: 'invalid_grant' }),
    });
    await expect(app.client.refresh()).rejects.toMatchObject({ code: 'SessionExpired' });
    expect(await app.stored()).toBeNull();
  });
});

it('with the vaults of the test kit the client says which parts are missing', async () => {
  const app = await phone.app();
  const { useTestVault } = await import('../../src/testing/index.ts');
  const vault = useTestVault();
  await expect(app.client.login()).rejects.toMatchObject({ code: 'NotSupported' });
  vault.restore();
});
