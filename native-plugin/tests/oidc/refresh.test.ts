import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Vault, VaultError, VaultErrorCodes, VaultType } from '../../src/index.ts';
import { sessionVault, type OidcError, type OidcSession } from '../../src/oidc/index.ts';
import { withClaims, type Fault } from './support/open-id-provider.mjs';
import { REDIRECT, World } from './support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.end());

const failure = (outcome: Promise<unknown>) =>
  outcome.then(
    () => undefined,
    (error: unknown) => error as OidcError,
  );

describe('a renewal', () => {
  it('stores new tokens before anybody gets them, the refresh token rotated', async () => {
    const { session: former } = await world.signIn();
    const order: string[] = [];
    const inner = sessionVault(world.vault());
    const spied = {
      ...inner,
      refreshSession: (token: string, refresh: (session: OidcSession) => Promise<OidcSession>) =>
        inner.refreshSession(token, async (session) => {
          const renewed = await refresh(session);
          order.push((await world.stored())?.token === former.token ? 'old is stored' : 'new is stored');
          return renewed;
        }),
    };
    const renewed = await world.page({ vault: spied }).refresh();
    order.push((await world.stored())?.token === renewed?.token ? 'new is stored' : 'old is stored');
    expect(order).toEqual(['old is stored', 'new is stored']);
    expect(renewed?.token).not.toBe(former.token);
    expect(renewed?.refreshToken).not.toBe(former.refreshToken);
    expect(renewed).toMatchObject({ subject: 'ada', username: former.username, expiresIn: 3600 });
  });

  it('is made before the token ends, once for all that need it, and not sooner', async () => {
    const { session } = await world.signIn();
    const page = world.page();
    world.pass(3_569_000);
    expect(await page.getAccessToken()).toBe(session.token);
    expect(world.asked('/token')).toBe(1);
    world.pass(2_000);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => page.getAccessToken()));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toBe(session.token);
    expect(world.asked('/token')).toBe(2);
  });

  it('knows the time of a token also where the wall clock stood still, and takes one that went back for over', async () => {
    await world.comeBack();
    const page = world.page();
    const former = (await page.resume())?.session.token;
    world.now.monotonic += 3_600_000;
    expect(await page.getAccessToken()).not.toBe(former);
    const second = await page.getAccessToken();
    world.now.wall -= 1_000_000;
    expect(await world.page().getAccessToken()).not.toBe(second);
  });

  it('of a session that a second page renewed is its session: nothing is asked for twice', async () => {
    const { session } = await world.signIn();
    const [one, other] = [world.page(), world.page()];
    const [first, second] = await Promise.all([one.refresh(), other.refresh()]);
    expect(first?.token).toBe(second?.token);
    expect(first?.token).not.toBe(session.token);
    expect(world.asked('/token')).toBe(2);
  });

  it('that ends after a sign-out brings nobody back', async () => {
    await world.signIn();
    const answer = world.provider.hold('/token');
    const renewing = world.page().refresh();
    await answer.arrived;
    await world.page().logout();
    answer.open();
    expect(await renewing).toBeUndefined();
    expect(await world.stored()).toBeNull();
  });

  it('that ends after somebody else signed in changes nothing of theirs', async () => {
    await world.signIn('ada');
    const answer = world.provider.hold('/token');
    const renewing = world.page().refresh();
    await answer.arrived;
    const { session } = await world.signIn('bob');
    answer.open();
    expect((await renewing)?.token).toBe(session.token);
    expect((await world.stored())?.subject).toBe('bob');
  });

  it('of nobody is nothing', async () => {
    expect(await world.page().refresh()).toBeUndefined();
    expect(await world.page().getAccessToken()).toBeUndefined();
  });

  it('about another user is never stored', async () => {
    await world.signIn();
    world.provider.fault('/token', {
      change: ({ id_token: token = '', ...others }) => ({
        ...others,
        id_token: withClaims(token, () => ({ sub: 'eve' })),
      }),
    });
    expect(await failure(world.page().refresh())).toMatchObject({ code: 'SessionExpired', reason: 'sub' });
    expect(await world.stored()).toBeNull();
  });
});

describe('the session is kept when', () => {
  it.each<[string, Fault, string]>([
    ['the provider is down', { isDown: true }, 'ProviderUnreachable'],
    ['it answers too late', { delay: 1500 }, 'ProviderUnreachable'],
    ['it is busy', { status: 503 }, 'ProviderUnreachable'],
    ['it limits the rate', { status: 429 }, 'ProviderUnreachable'],
    ['a page of the network answers', { status: 200 }, 'ProviderUnreachable'],
    ['a proxy refuses', { status: 403 }, 'ProviderUnreachable'],
    [
      'it says that it has trouble',
      { status: 400, type: 'application/json', body: '{"error":"temporarily_unavailable"}' },
      'ProviderUnreachable',
    ],
    [
      'it does not know the client',
      { status: 401, type: 'application/json', body: '{"error":"invalid_client"}' },
      'ProviderRefused',
    ],
    ['its answer has no token', { change: () => ({ token_type: 'Bearer' }) }, 'ProviderRefused'],
  ])('%s', async (_name, fault, code) => {
    const { session } = await world.signIn();
    if (fault.delay !== undefined) world.timeout = 1;
    const page = world.page();
    world.provider.fault('/token', fault);
    expect(await failure(page.refresh())).toMatchObject({ code });
    expect(await world.stored()).toEqual(session);
  });

  it('a token can not be renewed yet: it is used as long as it is good', async () => {
    const { session } = await world.signIn();
    const page = world.page();
    world.pass(3_580_000);
    world.provider.fault('/token', { isDown: true });
    expect(await page.getAccessToken()).toBe(session.token);
    world.pass(30_000);
    world.provider.fault('/token', { isDown: true });
    expect(await failure(page.getAccessToken())).toMatchObject({ code: 'ProviderUnreachable' });
    expect(await world.stored()).toEqual(session);
    expect(await page.getAccessToken()).not.toBe(session.token);
  });
});

describe('the session is over when', () => {
  it.each(['invalid_grant', 'interaction_required', 'login_required', 'consent_required'])(
    'the provider says %s: the vault is empty, and a sign-in begins anew',
    async (error) => {
      await world.signIn();
      const page = world.page();
      const body = JSON.stringify({ error, error_description: 'with a secret-text' });
      world.provider.fault('/token', { status: 400, type: 'application/json', body });
      const refused = await failure(page.refresh());
      expect(refused).toMatchObject({ code: 'SessionExpired', reason: error });
      expect(refused?.message).not.toContain('secret-text');
      expect(await world.stored()).toBeNull();
      expect(await page.getAccessToken()).toBeUndefined();
      expect((await world.signIn()).session.subject).toBe('ada');
    },
  );

  it('an old refresh token is used again: the provider ends the whole family', async () => {
    const { session: old } = await world.signIn();
    const page = world.page();
    await page.refresh();
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: 'app',
      refresh_token: old.refreshToken!,
    });
    const replay = await fetch(`${world.provider.issuer}/token`, { method: 'POST', body });
    expect(await replay.json()).toMatchObject({ error: 'invalid_grant' });

    expect(await failure(page.refresh())).toMatchObject({ code: 'SessionExpired', reason: 'invalid_grant' });
    expect(await world.stored()).toBeNull();
    expect((await world.signIn()).session.subject).toBe('ada');
  });

  it('the process ended between the answer and the write: the next one leads to a sign-in, and nothing hangs', async () => {
    const { session } = await world.signIn();
    const inner = world.vault();
    const vault = sessionVault({
      clear: () => inner.clear(),
      getValue: (key) => inner.getValue(key),
      isLocked: () => inner.isLocked(),
      setValue: () => Promise.reject(new Error('killed')),
    });
    expect(await failure(world.page({ vault }).refresh())).toMatchObject({ message: 'killed' });
    expect(world.asked('/token')).toBe(2);

    world.device.restart();
    expect(await world.stored()).toEqual(session);
    expect(await failure(world.page().refresh())).toMatchObject({ code: 'SessionExpired', reason: 'invalid_grant' });
    expect(await world.stored()).toBeNull();
  });

  it('there is no refresh token and the access token is over', async () => {
    const { session } = await world.signIn();
    const without = { ...session };
    delete without.refreshToken;
    await world.vault().setValue('session', without);
    const page = world.page();
    expect(await page.getAccessToken()).toBe(session.token);
    world.pass(3_600_000);
    expect(await failure(page.getAccessToken())).toMatchObject({ code: 'SessionExpired', reason: 'no_refresh_token' });
    expect(await world.stored()).toBeNull();
  });
});

describe('errors', () => {
  it('hold no token, whatever the provider sent along', async () => {
    await world.signIn();
    const secrets: string[] = [];
    world.provider.fault('/token', {
      change: (answer) => {
        secrets.push(answer['access_token']!, answer['refresh_token']!);
        return { ...answer, id_token: withClaims(answer['id_token']!, () => ({ aud: 'other' })) };
      },
    });
    const error = (await failure(world.page().refresh()))!;
    expect(secrets).toHaveLength(2);
    const shown = [error.message, error.stack, JSON.stringify(error), String(error.cause), error.reason].join();
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    expect(error).toMatchObject({ code: 'ProviderRefused', reason: 'aud' });
  });
});

describe('for the token client of /http', () => {
  it('is a way to renew, and one to end', async () => {
    const { session } = await world.signIn();
    const { refresh, onUnauthorized } = world.page().renewal;
    const renewed = await refresh(session);
    expect(renewed.token).not.toBe(session.token);
    expect(await world.stored()).toEqual(session);
    await onUnauthorized('of another session');
    expect(await world.stored()).toEqual(session);
    await onUnauthorized(session.token);
    expect(await world.stored()).toBeNull();
  });
});

describe('a sign-out', () => {
  it('revokes, erases, and ends the session of the provider', async () => {
    const { session } = await world.signIn();
    const page = world.page();
    expect(await page.logout()).toEqual({ isRevoked: true, isEndedAtProvider: true });
    expect(await world.stored()).toBeNull();
    expect(world.asked('/token/revocation')).toBe(1);
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: 'app',
      refresh_token: session.refreshToken!,
    });
    const answer = await fetch(`${world.provider.issuer}/token`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
    const { origin, pathname, searchParams } = new URL(world.tab.opened.at(-1)!);
    expect(origin + pathname).toBe(`${world.provider.issuer}/session/end`);
    expect([...searchParams.keys()].sort()).toEqual(['client_id', 'post_logout_redirect_uri']);
  });

  it.each<[string, Fault]>([
    ['is down', { isDown: true }],
    ['is slow', { delay: 1500 }],
    ['refuses', { status: 400, type: 'application/json', body: '{"error":"invalid_request"}' }],
  ])('erases also when the provider %s', async (_name, fault) => {
    await world.signIn();
    if (fault.delay !== undefined) world.timeout = 1;
    const page = world.page();
    await page.refresh();
    world.provider.fault('/token/revocation', fault);
    expect(await page.logout()).toEqual({ isRevoked: false, isEndedAtProvider: true });
    expect(await world.stored()).toBeNull();
  });

  it('erases before the provider is waited for', async () => {
    await world.signIn();
    const page = world.page();
    await page.refresh();
    const answer = world.provider.hold('/token/revocation');
    let isOver = false;
    const leaving = page.logout().finally(() => (isOver = true));
    await vi.waitUntil(async () => (await world.stored()) === null, { timeout: 20_000 });
    await answer.arrived;
    expect(isOver).toBe(false);
    answer.open();
    expect(await leaving).toEqual({ isRevoked: true, isEndedAtProvider: true });
  });

  it('erases without any network', async () => {
    await world.signIn();
    const send = () => Promise.reject(new TypeError('offline'));
    expect(await world.page({ send }).logout()).toEqual({ isRevoked: false, isEndedAtProvider: false });
    expect(await world.stored()).toBeNull();
    expect(world.tab.opened).toHaveLength(1);
  });

  it('of nobody still ends the session of the provider', async () => {
    expect(await world.page().logout()).toEqual({ isRevoked: false, isEndedAtProvider: true });
  });

  it('is told when the vault could not be erased', async () => {
    await world.signIn();
    const vault = { ...sessionVault(world.vault()), logout: () => Promise.reject(new Error('no')) };
    await expect(world.page({ vault }).logout()).rejects.toThrow('no');
  });
});

it('asks at the redirect address that is registered', async () => {
  const answer = await world.comeBack();
  expect(answer.startsWith(`${REDIRECT}?`)).toBe(true);
});

describe('a vault that changed meanwhile', () => {
  const conflict = () => new VaultError(VaultErrorCodes.Conflict, 'Another tab.');
  const vaultThat = (setValue: (key: string, value: unknown) => Promise<void>) => {
    const inner = world.vault();
    return sessionVault({
      clear: () => inner.clear(),
      getValue: (key) => inner.getValue(key),
      isLocked: () => inner.isLocked(),
      setValue: (key, value) => setValue(key, value),
    });
  };

  it('is written once more: rotated tokens are not lost for a value that another tab wrote', async () => {
    await world.signIn();
    let tries = 0;
    const vault = vaultThat((key, value) => {
      tries += 1;
      return tries < 3 ? Promise.reject(conflict()) : world.vault().setValue(key, value);
    });
    expect((await world.page({ vault }).refresh())?.token).toBe((await world.stored())?.token);
    expect(tries).toBe(3);
  });

  it('is not written for ever', async () => {
    await world.signIn();
    const setValue = vi.fn(() => Promise.reject(conflict()));
    await expect(world.page({ vault: vaultThat(setValue) }).refresh()).rejects.toMatchObject({
      code: VaultErrorCodes.Conflict,
    });
    expect(setValue).toHaveBeenCalledTimes(5);
  });
});

describe('a vault with a passcode', () => {
  const open = async (): Promise<{ vault: Vault; former: OidcSession }> => {
    const vault = new Vault({ key: 'passcode', type: VaultType.CustomPasscode });
    await world.comeBack();
    const { session: former } = (await world.page({ vault: sessionVault(vault) }).resume())!;
    return { vault, former };
  };

  it('that is locked gives no token without its prompt', async () => {
    const { vault } = await open();
    await vault.lock();
    world.device.cancelPrompts();
    const outcome = await failure(world.page({ vault: sessionVault(vault) }).getAccessToken());
    expect(outcome).toMatchObject({ code: VaultErrorCodes.UserCanceledInteraction });
  });

  it('that is locked is erased by a sign-out without a prompt, and by a sign-in of whoever it is', async () => {
    const { vault, former } = await open();
    await vault.setValue('note', 'of ada');
    await vault.lock();
    const prompts = world.device.promptCount;
    expect(await world.page({ vault: sessionVault(vault) }).logout()).toMatchObject({ isRevoked: false });
    expect(await vault.isEmpty()).toBe(true);
    expect(world.device.promptCount).toBe(prompts);

    await vault.setValue('session', former);
    await vault.setValue('note', 'of ada');
    await vault.lock();
    await world.comeBack('ada');
    await world.page({ vault: sessionVault(vault) }).resume();
    expect(await vault.getValue('note')).toBeNull();
  });
});
