import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProviderTokens } from '../../examples/backend/provider-tokens.mjs';
import { startBackend } from '../../examples/backend/start-backend.mjs';
import { startProvider } from '../../examples/backend/start-provider.mjs';

const appOrigin = 'http://localhost:4200';
const apiOrigin = 'http://localhost:4300';
const redirectUri = `${appOrigin}/auth/callback`;

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

/** A browser without a screen: keeps cookies, and follows the provider as far as the app. */
class Visitor {
  readonly #cookies = new Map<string, string>();

  async go(
    url: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ url: string; status: number; page: string }> {
    const body = form && new URLSearchParams(form);
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      body: body ?? null,
      headers: { cookie },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return { url, status: response.status, page: await response.text() };
    const next = new URL(location, url).href;
    return next.startsWith(appOrigin) ? { url: next, status: response.status, page: '' } : this.go(next);
  }
}

describe('the demo provider', () => {
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let visitor: Visitor;
  let verifier: string;

  beforeEach(async () => {
    provider = await startProvider({ appOrigin, apiOrigin });
    visitor = new Visitor();
    verifier = randomBytes(32).toString('base64url');
  });
  afterEach(() => provider.close());

  function authorizeUrl(change: Readonly<Record<string, string>> = {}): string {
    const query = {
      client_id: 'notes',
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid offline_access',
      state: 'a-state',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...change,
    };
    return `${provider.issuer}/auth?${new URLSearchParams(query).toString()}`;
  }

  const token = (form: Readonly<Record<string, string>>) =>
    fetch(`${provider.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'notes', ...form }),
      headers: { origin: appOrigin },
    });

  async function signedIn(): Promise<Tokens> {
    const login = await visitor.go(authorizeUrl());
    const { username, password } = provider.account;
    const { url } = await visitor.go(login.url, { username, password });
    const code = new URL(url).searchParams.get('code') ?? '';
    return tokensIn(
      await token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier }),
    );
  }

  const tokensIn = async (response: Response) => (await response.json()) as Tokens;
  const renew = (refresh_token: string) => token({ grant_type: 'refresh_token', refresh_token });
  const claimsOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as object;

  it('shows a login page of its own, and refuses a wrong password with words', async () => {
    const login = await visitor.go(authorizeUrl());
    expect(login.page).toContain('<label for="username">User name</label>');

    const refused = await visitor.go(login.url, { username: '"><b>', password: 'wrong' });

    expect(refused.status).toBe(401);
    expect(refused.page).toContain('The user name or the password is wrong.');
    expect(refused.page).toContain('value="&#34;&#62;&#60;b&#62;"');
  });

  it('says who signed in, to the app that asked, without asking for consent', async () => {
    const { id_token, expires_in } = await signedIn();

    expect(expires_in).toBe(60);
    const { username, name, email } = provider.account;
    expect(claimsOf(id_token)).toMatchObject({ iss: provider.issuer, aud: 'notes', sub: username, name, email });
  });

  it('wants PKCE, and sends nobody to an address that is not registered', async () => {
    const plain = await visitor.go(authorizeUrl({ code_challenge: '', code_challenge_method: '' }));
    expect(new URL(plain.url).searchParams.get('error')).toBe('invalid_request');

    const elsewhere = await visitor.go(authorizeUrl({ redirect_uri: 'http://evil.example/' }));
    expect([elsewhere.status, elsewhere.url.startsWith(provider.issuer)]).toEqual([400, true]);
  });

  it('takes each refresh token once: a second time ends the sign-in', async () => {
    const first = await signedIn();
    const second = await tokensIn(await renew(first.refresh_token));
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(claimsOf(second.access_token)).toMatchObject({ aud: apiOrigin });

    expect((await renew(first.refresh_token)).status).toBe(400);
    expect((await renew(second.refresh_token)).status).toBe(400);
  });

  it('lets scripts of the app’s origin alone read its answers', async () => {
    const ask = (origin: string) =>
      fetch(`${provider.issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: 'notes' }),
        headers: { origin },
      });

    expect((await ask(appOrigin)).headers.get('access-control-allow-origin')).toBe(appOrigin);
    expect((await ask('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('asks for no password while its session lasts, and for one after a sign-out', async () => {
    await signedIn();
    expect((await visitor.go(authorizeUrl())).url).toContain(`${redirectUri}?code=`);

    const end = new URLSearchParams({ client_id: 'notes', post_logout_redirect_uri: `${appOrigin}/login` });
    const question = await visitor.go(`${provider.issuer}/session/end?${end.toString()}`);
    expect(question.page).toContain('Do you want to sign out at this provider, too?');
    const action = /action="([^"]+)"/.exec(question.page)?.[1] ?? '';
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(question.page)?.[1] ?? '';
    expect((await visitor.go(action, { xsrf, logout: 'yes' })).url).toMatch(`${appOrigin}/login`);

    expect((await visitor.go(authorizeUrl())).page).toContain('<label for="password">Password</label>');
  });

  describe('at a backend that takes its tokens', () => {
    let now = 0;
    let backend: Awaited<ReturnType<typeof startBackend>>;

    beforeEach(async () => {
      now = Date.now();
      const { issuer, account } = provider;
      const verifier = createProviderTokens({ issuer, audience: apiOrigin, now: () => now });
      backend = await startBackend({ account, appOrigin, verifier });
    });
    afterEach(() => backend.close());

    const ask = (path: string, bearer: string) =>
      fetch(`${backend.origin}${path}`, { headers: { Authorization: `Bearer ${bearer}` } });

    it('opens the profile until the token ends', async () => {
      const { access_token } = await signedIn();

      expect(await (await ask('/profile', access_token)).json()).toEqual({
        name: 'Ada Lovelace',
        email: 'ada@example.com',
      });
      now += 61_000;
      const late = await ask('/profile', access_token);
      expect([late.status, late.headers.get('www-authenticate')]).toEqual([
        401,
        expect.stringContaining('The token expired'),
      ]);
    });

    it('takes no other token', async () => {
      const { access_token, id_token } = await signedIn();
      const [header = '', payload = '', signature = ''] = access_token.split('.');
      const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const forger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
      const head = JSON.parse(Buffer.from(header, 'base64url').toString()) as object;
      const flipped = Buffer.from(signature, 'base64url');
      flipped[0]! ^= 1;
      const refused = [
        id_token,
        `${header}.${json({ ...claimsOf(access_token), sub: 'eve' })}.${signature}`,
        `${header}.${payload}.${flipped.toString('base64url')}`,
        `${header}.${payload}.${sign('sha256', Buffer.from(`${header}.${payload}`), forger).toString('base64url')}`,
        `${json({ ...head, alg: 'none' })}.${payload}.`,
        `${json({ ...head, kid: 'another' })}.${payload}.${signature}`,
        'no token at all',
        backend.account.password,
      ];

      for (const each of refused) expect((await ask('/profile', each)).status, each).toBe(401);
      expect((await ask('/profile', access_token)).status).toBe(200);
    });

    it('is none of theirs that are for another server', async () => {
      const { access_token } = await signedIn();
      const other = createProviderTokens({ issuer: provider.issuer, audience: 'http://localhost:9999' });

      expect(await other.verify(access_token)).toEqual({ ok: false, reason: 'The token is for another server' });
    });

    it('tells only those who send a good token that it came', async () => {
      const { access_token } = await signedIn();

      expect(await (await ask('/received', access_token)).json()).toEqual({ hasToken: true });
      expect((await ask('/received', 'forged')).status).toBe(401);
      expect(await (await fetch(`${backend.origin}/received`)).json()).toEqual({ hasToken: false });
    });
  });
});
