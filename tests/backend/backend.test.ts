import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBackend } from '../../examples/backend/start-backend.mjs';
import { startStranger } from '../../examples/backend/start-stranger.mjs';

const account = {
  username: 'ada',
  password: 'a password',
  name: 'Ada',
  email: 'ada@example.com',
  age: 36,
  nicknames: ['A'],
};
const appOrigin = 'http://localhost:4200';

describe('the demo backend', () => {
  let backend: Awaited<ReturnType<typeof startBackend>>;
  let now: number;

  beforeEach(async () => {
    now = Date.now();
    backend = await startBackend({ account, appOrigin, tokenLifetimeSeconds: 300, now: () => now });
  });
  afterEach(() => backend.close());

  const login = (body: unknown) =>
    fetch(`${backend.origin}/login`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  const profile = (token?: string) =>
    fetch(`${backend.origin}/profile`, token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } });
  const token = async () => {
    const session = (await (await login(account)).json()) as { token: string };
    return session.token;
  };

  it('answers a login with a session, and the profile to its token', async () => {
    const response = await login(account);

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const session = (await response.json()) as { token: string };
    const { username, email, age, nicknames } = account;
    const issued = {
      token: expect.any(String) as string,
      refresh_token: expect.any(String) as string,
      expires_in: 300,
    };
    expect(session).toEqual({ username, ...issued, email, age, nicknames });
    const answer = await profile(session.token);
    expect(await answer.json()).toEqual({ name: 'Ada', email: 'ada@example.com' });
  });

  it.each([
    { case: 'wrong password', body: { username: 'ada', password: 'another' }, status: 401 },
    { case: 'unknown user', body: { username: 'eve', password: 'a password' }, status: 401 },
    { case: 'a name that objects inherit', body: { username: '__proto__', password: 'a password' }, status: 401 },
    { case: 'no password', body: { username: 'ada' }, status: 400 },
    { case: 'no JSON', body: '{"password":"a password', status: 400 },
    { case: 'a huge body', body: 'x'.repeat(20_000), status: 413 },
  ])('refuses a login: $case → $status', async ({ body, status }) => {
    const response = await login(body);

    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('a password');
  });

  it('refuses a token when it expires, not before', async () => {
    const mine = await token();

    now += 299_000;
    expect((await profile(mine)).status).toBe(200);
    now += 2_000;
    const late = await profile(mine);
    expect(late.status).toBe(401);
    expect(late.headers.get('www-authenticate')).toContain(
      'error="invalid_token", error_description="The token expired"',
    );
  });

  const refresh = (body: unknown) => fetch(`${backend.origin}/refresh`, { method: 'POST', body: JSON.stringify(body) });
  const answered = async (response: Response) =>
    (await response.json()) as { token: string; refresh_token: string; expires_in: number };

  it('renews a token with a refresh token, which is good once', async () => {
    const first = await answered(await login(account));
    now += 301_000;

    const second = await answered(await refresh(first));

    expect(second.expires_in).toBe(300);
    expect((await profile(first.token)).status).toBe(401);
    expect((await profile(second.token)).status).toBe(200);
    expect((await refresh(second)).status).toBe(200);
  });

  it('ends a login whose refresh token comes twice, and no other', async () => {
    const [first, other] = [await answered(await login(account)), await answered(await login(account))];
    const second = await answered(await refresh(first));

    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(second)).status).toBe(401);
    expect((await refresh(other)).status).toBe(200);
  });

  it.each([
    { case: 'a refresh token of nobody', body: { refresh_token: 'a.b' }, status: 401 },
    { case: 'none', body: {}, status: 400 },
    { case: 'a number', body: { refresh_token: 7 }, status: 400 },
    { case: 'no object', body: null, status: 400 },
  ])('refuses to renew with $case → $status', async ({ body, status }) => {
    expect((await refresh(body)).status).toBe(status);
  });

  it('names no error when there is no token at all', async () => {
    const response = await profile();

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="demo"');
  });

  it('refuses forged tokens', async () => {
    const [header, payload, signature] = (await token()).split('.') as [string, string, string];
    const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const stolen = generateKeyPairSync('ed25519').privateKey;
    const flipped = Buffer.from(signature, 'base64url');
    flipped[0]! ^= 1;
    const forged = [
      `${header}.${json({ ...claims, sub: 'eve' })}.${signature}`,
      `${header}.${payload}.${flipped.toString('base64url')}`,
      `${json({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      `${header}.${payload}.${sign(null, Buffer.from(`${header}.${payload}`), stolen).toString('base64url')}`,
    ];

    for (const each of forged) {
      const response = await profile(each);
      expect(response.status, each).toBe(401);
    }
    expect((await profile(`${header}.${payload}.${signature}`)).status).toBe(200);
  });

  it('refuses a token from before its restart', async () => {
    const mine = await token();
    const restarted = await startBackend({ account });

    const response = await fetch(`${restarted.origin}/profile`, { headers: { Authorization: `Bearer ${mine}` } });
    await restarted.close();

    expect(response.status).toBe(401);
  });

  it('lets the app of its one origin call, preflight included', async () => {
    const preflight = await fetch(`${backend.origin}/profile`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://evil.example', 'Access-Control-Request-Headers': 'authorization' },
    });

    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(appOrigin);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization');
    // An app must be able to read a refusal, too.
    expect((await profile()).headers.get('access-control-allow-origin')).toBe(appOrigin);
  });

  it('answers health to anybody, 404 to the rest, and logs nothing', async () => {
    const written = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    const printed = (['log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));

    expect((await fetch(`${backend.origin}/health`)).status).toBe(200);
    expect((await fetch(`${backend.origin}/login`)).status).toBe(404);
    expect((await profile(await token())).status).toBe(200);

    const calls = [...written, ...printed].flatMap((spy) => spy.mock.calls);
    vi.restoreAllMocks();
    expect(calls).toEqual([]);
  });

  it('makes a new password on every start', async () => {
    const [first, second] = await Promise.all([startBackend(), startBackend()]);
    await Promise.all([first.close(), second.close()]);

    expect(first.account.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(first.account.password).not.toBe(second.account.password);
  });
});

it('the stranger records what it is sent and lets every header through', async () => {
  const stranger = await startStranger();
  const preflight = await fetch(stranger.origin, {
    method: 'OPTIONS',
    headers: { 'Access-Control-Request-Headers': 'authorization' },
  });
  await fetch(`${stranger.origin}/pixel`, { headers: { Authorization: 'Bearer leaked' } });
  await stranger.close();

  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization');
  expect(stranger.requests.at(-1)).toMatchObject({ path: '/pixel', headers: { authorization: 'Bearer leaked' } });
});
