import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OidcClient, OidcError, sessionVault, type AuthSessionRequest } from '../../src/oidc/index.ts';
import { tabPendingStore } from '../../src/oidc/browser/tab-pending-store.ts';
import { withClaims, type Fault } from './support/open-id-provider.mjs';
import { AFTER_LOGOUT, REDIRECT, World } from './support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.end());

const changedIdToken =
  (
    change: (claims: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
  ): NonNullable<Fault['change']> =>
  ({ id_token: token = '', ...answer }) => ({ ...answer, id_token: withClaims(token, change) });

describe('a sign-in', () => {
  it('asks with code, PKCE, state and nonce, and keeps the session in the vault', async () => {
    await world.page().login({ parameters: { prompt: 'login', state: 'mine', code_challenge_method: 'plain' } });
    const { searchParams } = new URL(world.tab.opened[0]!);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid offline_access',
      redirect_uri: REDIRECT,
      code_challenge_method: 'S256',
      prompt: 'login',
    });
    expect(searchParams.getAll('state')).not.toContain('mine');
    expect(searchParams.get('nonce')).toMatch(/^[\w-]{43}$/);

    world.tab.address = await world.provider.signIn(world.tab.opened[0]!);
    const signedIn = await world.page().resume();
    expect(signedIn?.session).toMatchObject({ subject: 'ada', issuer: world.provider.issuer, expiresIn: 3600 });
    expect(await world.stored()).toEqual(signedIn?.session);
    expect(world.tab.address).toBeUndefined();
    expect(world.tab.storage.size).toBe(0);
  });

  it('leads back to where the user was, in the app only', async () => {
    expect((await world.signIn()).returnTo).toBe('/orders/7');
    for (const returnTo of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:1']) {
      await world.page().login({ returnTo });
      world.tab.address = await world.provider.signIn(world.tab.opened.at(-1)!);
      expect((await world.page().resume())?.returnTo).toBeUndefined();
    }
  });

  it('keeps no token, code or claim beside the vault', async () => {
    await world.page().login();
    const beside = JSON.stringify([...world.tab.storage]);
    expect(beside).toContain('verifier');
    expect(Object.keys(JSON.parse([...world.tab.storage.values()][0]!) as object).sort()).toEqual(
      ['begunAt', 'issuer', 'nonce', 'redirectUri', 'state', 'verifier'].sort(),
    );
  });

  it('is exchanged once, however often the page asks', async () => {
    await world.comeBack();
    const page = world.page();
    const outcomes = await Promise.all([page.resume(), page.resume(), page.resume()]);
    expect(outcomes.every((one) => one?.session.subject === 'ada')).toBe(true);
    expect(world.asked('/token')).toBe(1);
  });

  it('takes the same answer a second time for none', async () => {
    const answer = await world.comeBack();
    await world.page().finish(answer);
    expect(await world.page().finish(answer)).toBeUndefined();
    expect(world.asked('/token')).toBe(1);
  });

  it('erases what another user had stored, and keeps what the same user had', async () => {
    await world.signIn('ada');
    await world.vault().setValue('note', 'of ada');
    await world.signIn('ada');
    expect(await world.vault().getValue('note')).toBe('of ada');
    await world.signIn('bob');
    expect(await world.vault().getValue('note')).toBeNull();
    expect((await world.stored())?.subject).toBe('bob');
  });

  it('counts the same subject of another issuer as another user', async () => {
    const { session } = await world.signIn('ada');
    await world.vault().setValue('session', { ...session, issuer: 'https://other.example' });
    await world.vault().setValue('note', 'of the other ada');
    await world.signIn('ada');
    expect(await world.vault().getValue('note')).toBeNull();
  });
});

describe('an address that is no answer changes nothing:', () => {
  const forged = (change: (url: URL) => void) => (answer: string) => {
    const url = new URL(answer);
    change(url);
    return url.href;
  };
  it.each([
    ['a code with another state', forged((url) => url.searchParams.set('state', 'x'))],
    ['a code without a state', forged((url) => url.searchParams.delete('state'))],
    ['a code with two states', forged((url) => url.searchParams.append('state', 'x'))],
    ['an error with another state', () => `${REDIRECT}?error=access_denied&state=x`],
    ['an error without a state', () => `${REDIRECT}?error=access_denied`],
    ['the right state at another place', forged((url) => (url.pathname = '/other'))],
    ['the right state at another origin', forged((url) => (url.port = '4201'))],
    ['no address', () => 'not an address'],
  ])('%s', async (_name, forge) => {
    const answer = await world.comeBack();
    expect(await world.page().finish(forge(answer))).toBeUndefined();
    expect(await world.stored()).toBeNull();
    expect(world.asked('/token')).toBe(0);
    expect((await world.page().finish(answer))?.session.subject).toBe('ada');
  });

  it('one that arrives when nothing was begun', async () => {
    world.tab.address = `${REDIRECT}?code=x&state=y`;
    expect(await world.page().resume()).toBeUndefined();
    expect(world.tab.address).toBeDefined();
  });

  it('one for a sign-in that was begun at another provider', async () => {
    const answer = await world.comeBack();
    const [[key = '', text = ''] = []] = world.tab.storage;
    const pending = { ...(JSON.parse(text) as object), issuer: 'https://other.example' };
    world.tab.storage.set(key, JSON.stringify(pending));
    expect(await world.page().finish(answer)).toBeUndefined();
    expect(world.tab.storage.size).toBe(1);
  });
});

describe('an answer that is not valid', () => {
  const fails = async (answer: string, code: string, reason?: string) => {
    const error = await world
      .page()
      .finish(answer)
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(OidcError);
    expect(error).toMatchObject({ code, ...(reason !== undefined && { reason }) });
    expect(await world.stored()).toBeNull();
    // It was the answer, so it is used up.
    expect(world.tab.storage.size).toBe(0);
    return error as OidcError;
  };

  it('is refused with the provider’s word for it, when it says no', async () => {
    await world.page().login();
    const state = new URL(world.tab.opened[0]!).searchParams.get('state')!;
    const iss = encodeURIComponent(world.provider.issuer);
    const refusal = `${REDIRECT}?error=access_denied&error_description=secret-text&state=${state}&iss=${iss}`;
    const { message } = await fails(refusal, 'LoginRefused', 'access_denied');
    expect(message).not.toContain('secret-text');
  });

  it.each(['https://evil.example', ''])('is refused when it is of the issuer “%s”', async (iss) => {
    const url = new URL(await world.comeBack());
    url.searchParams.set('iss', iss);
    await fails(url.href, 'LoginFailed');
  });

  it('is refused without an issuer, where the provider says that it sends one', async () => {
    const url = new URL(await world.comeBack());
    url.searchParams.delete('iss');
    await fails(url.href, 'LoginFailed');
  });

  it.each([
    ['a wrong issuer', { iss: 'https://evil.example' }, 'iss'],
    ['a wrong nonce', { nonce: 'x' }, 'nonce'],
    ['no nonce', { nonce: undefined }, undefined],
    ['another audience', { aud: 'other' }, 'aud'],
    ['two audiences without a word for whom', { aud: ['app', 'other'] }, undefined],
    ['an end ten minutes ago', { exp: Math.floor(Date.now() / 1000) - 600 }, 'exp'],
    ['a begin in ten minutes', { nbf: Math.floor(Date.now() / 1000) + 600 }, 'nbf'],
    ['no subject', { sub: undefined }, undefined],
  ])('is refused when the ID token has %s', async (_name, change, claim) => {
    const answer = await world.comeBack();
    world.provider.fault('/token', { change: changedIdToken(() => change) });
    await fails(answer, 'LoginFailed', claim);
  });

  it('is refused without an ID token', async () => {
    const answer = await world.comeBack();
    world.provider.fault('/token', { change: (answer) => ({ ...answer, id_token: undefined }) });
    await fails(answer, 'LoginFailed');
  });

  it('is refused when it comes after ten minutes, or from before the clock was set back', async () => {
    const answer = await world.comeBack();
    world.pass(600_001);
    await fails(answer, 'LoginFailed', 'too_late');
    const other = await world.comeBack();
    world.now.wall -= 600_001;
    await fails(other, 'LoginFailed', 'too_late');
  });

  it('is worth nothing to somebody who has the code alone', async () => {
    const code = new URL(await world.comeBack()).searchParams.get('code')!;
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'app',
      redirect_uri: REDIRECT,
      code,
    });
    const stolen = await fetch(`${world.provider.issuer}/token`, { method: 'POST', body });
    expect(await stolen.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('a clock that is wrong', () => {
  it.each([-300, 300])('by %i seconds does no harm', async (skew) => {
    const answer = await world.comeBack();
    const shift = ({ iat, exp }: Readonly<Record<string, unknown>>) => ({
      iat: (iat as number) - skew,
      exp: (exp as number) - skew,
      nbf: (iat as number) - skew,
    });
    world.provider.fault('/token', { change: changedIdToken(shift) });
    expect((await world.page().finish(answer))?.session.subject).toBe('ada');
  });

  it('by six minutes is refused when the ID token is over by that', async () => {
    const answer = await world.comeBack();
    const shift = ({ exp }: Readonly<Record<string, unknown>>) => ({ exp: (exp as number) - 300 - 360 });
    world.provider.fault('/token', { change: changedIdToken(shift) });
    await expect(world.page().finish(answer)).rejects.toMatchObject({ code: 'LoginFailed', reason: 'exp' });
  });
});

describe('a provider', () => {
  const code = (outcome: Promise<unknown>) =>
    outcome.then(
      () => 'fine',
      (error: unknown) => (error as OidcError).code,
    );

  it.each<[string, Fault]>([
    ['is down', { isDown: true }],
    ['answers too late', { delay: 1500 }],
    ['is busy', { status: 503 }],
    ['is rate limited', { status: 429 }],
    ['is hidden by the page of a network one has to sign in to', { status: 200 }],
  ])('that %s is unreachable: nothing is begun, and the next try works', async (_name, fault) => {
    world.provider.fault('/.well-known/openid-configuration', fault);
    if (fault.delay !== undefined) world.timeout = 1;
    const page = world.page();
    expect(await code(page.login())).toBe('ProviderUnreachable');
    expect(world.tab.storage.size).toBe(0);
    expect(await code(page.login())).toBe('fine');
  });

  it.each<[string, Record<string, unknown>]>([
    ['another issuer', { issuer: 'https://evil.example' }],
    ['the same host with another path', { issuer: 'http://127.0.0.1/tenant' }],
    ['a token endpoint elsewhere', { token_endpoint: 'https://evil.example/token' }],
    ['a place for revocation elsewhere', { revocation_endpoint: 'https://evil.example/revoke' }],
    ['a place for sign-outs elsewhere', { end_session_endpoint: 'https://evil.example/end' }],
    ['a place for sign-ins elsewhere', { authorization_endpoint: 'https://evil.example/auth' }],
    ['a token endpoint of another scheme', { token_endpoint: 'javascript:alert(1)' }],
    ['no token endpoint', { token_endpoint: undefined }],
    ['plain PKCE only', { code_challenge_methods_supported: ['plain'] }],
  ])('whose document names %s is not trusted', async (_name, change) => {
    world.provider.fault('/.well-known/openid-configuration', { change: (answer) => ({ ...answer, ...change }) });
    expect(await code(world.page().login())).toBe('ProviderNotTrusted');
    expect(world.tab.opened).toEqual([]);
  });

  it('is not followed where it redirects to', async () => {
    const followed: RequestInit[] = [];
    const send = (url: string, init: RequestInit) => {
      followed.push(init);
      return fetch(url, init);
    };
    await world.page({ send }).login();
    expect(followed).toHaveLength(1);
    expect(followed[0]).toMatchObject({ redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer' });
  });
});

describe('a sign-in in a window of its own', () => {
  it('goes on when an address arrives that is no answer, and is over when the user closes it', async () => {
    const seen: boolean[] = [];
    const authSession = {
      arrived: () => Promise.resolve(undefined),
      forget: () => Promise.resolve(),
      open: async (request: AuthSessionRequest) => {
        const answer = await world.provider.signIn(request.url);
        seen.push(request.isAnswer(`${REDIRECT}?error=access_denied`), request.isAnswer(answer));
        return { kind: 'callback' as const, url: answer };
      },
    };
    expect((await world.page({ authSession }).login())?.session.subject).toBe('ada');
    expect(seen).toEqual([false, true]);

    const closed = { ...authSession, open: () => Promise.resolve({ kind: 'canceled' as const }) };
    await expect(world.page({ authSession: closed }).login()).rejects.toMatchObject({ code: 'LoginCanceled' });
    expect(world.tab.storage.size).toBe(0);
  });
});

describe('a configuration', () => {
  const pending = tabPendingStore({ getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
  const parts = () => ({ vault: sessionVault(world.vault()), authSession: world.tab, pending });
  const base = { issuer: 'https://login.example.com', clientId: 'app', redirectUri: REDIRECT };

  it.each([
    ['an issuer without https', { issuer: 'http://login.example.com' }],
    ['an issuer that is the document', { issuer: 'https://login.example.com/.well-known/openid-configuration' }],
    ['an issuer with a query', { issuer: 'https://login.example.com/?a=b' }],
    ['no issuer', { issuer: '' }],
    ['no client', { clientId: '' }],
    ['a redirect with a query', { redirectUri: `${REDIRECT}?a=b` }],
    ['a redirect with a fragment', { redirectUri: `${REDIRECT}#a` }],
    ['a place after the sign-out that is none', { postLogoutRedirectUri: 'goodbye' }],
    ['no openid in its scope', { scope: 'profile openid2' }],
    ['an origin without https', { endpointOrigins: ['http://login.example.com'] }],
    ['an origin with a path', { endpointOrigins: ['https://login.example.com/oauth'] }],
    ['a tolerance without an end', { clockTolerance: Infinity }],
    ['no time to wait', { timeout: 0 }],
  ])('with %s is refused', (_name, change) => {
    expect(() => new OidcClient({ ...base, ...change }, parts())).toThrow(
      expect.objectContaining({ code: 'InvalidConfig' }) as Error,
    );
  });

  it('of an app’s own scheme is fine', () => {
    const own = { redirectUri: 'com.example.app:/callback', postLogoutRedirectUri: AFTER_LOGOUT };
    expect(() => new OidcClient({ ...base, ...own }, parts())).not.toThrow();
  });
});
