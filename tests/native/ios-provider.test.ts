import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { iosApp } from '../../scripts/native/ios-app.mjs';
import { IosPhone, iosStateOf } from './ios/ios-phone.ts';
import { ProviderServer, type Pages } from './phone/provider-server.ts';
import { Session, type Outcome } from './phone/session.ts';

const MOST = 1024 * 1024;
const executable = await iosApp();

const PAGES: Pages = {
  '/token': (answer, { headers }) => {
    answer.writeHead(200, {
      'Content-Type': 'application/json',
      'Set-Cookie': ['CANARY-cookie=1; Path=/', 'other=2'],
      'DPoP-Nonce': 'nonce',
      'Cache-Control': 'max-age=3600',
      'X-Powered-By': 'a provider',
      ETag: '"1"',
    });
    answer.end(JSON.stringify({ access_token: 'CANARY-token', had: headers.cookie ?? null }));
  },
  '/refused': (answer) => {
    const challenge = 'DPoP error="use_dpop_nonce"';
    answer.writeHead(401, { 'WWW-Authenticate': challenge, 'Retry-After': '5' }).end('{"error":"CANARY"}');
  },
  '/empty': (answer) => answer.writeHead(204).end(),
  '/elsewhere': (answer) => answer.writeHead(307, { Location: '/token' }).end('moved'),
  '/nowhere': (answer) => answer.writeHead(302, { Location: 'com.example.app:/auth/callback' }).end(),
  '/silent': () => undefined,
  '/stops': (answer) => answer.writeHead(200).write('{"access'),
  '/breaks': (answer) => {
    answer.writeHead(200, { 'Content-Length': 100 }).write('{"access');
    setTimeout(() => answer.destroy(), 20);
  },
  '/longest': (answer) => answer.writeHead(200).end('é'.repeat(MOST / 2)),
  '/too-long': (answer) => answer.writeHead(200, { 'Content-Length': MOST + 1 }).end('x'.repeat(MOST + 1)),
  '/endless': (answer) => {
    answer.writeHead(200);
    // With pauses: Foundation on Linux can't cancel as long as there is always more to read at once.
    const more = () => answer.destroyed || answer.write('x'.repeat(65_536), () => setTimeout(more, 5));
    more();
  },
  '/bomb': (answer) => answer.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 * MOST))),
  '/latin': (answer) => answer.writeHead(200).end(Buffer.from('caf\u00e9', 'latin1')),
};

let provider: ProviderServer;
let phone: IosPhone;
let session: Session;

beforeAll(async () => {
  provider = await ProviderServer.start(PAGES);
});

afterAll(() => provider.stop());

afterEach(async () => {
  expect(phone.printed).not.toMatch(/CANARY/);
  await phone.throwAway();
});

async function start(trusted = provider.certificate, origins = [provider.origin]): Promise<void> {
  phone = new IosPhone(executable, iosStateOf({}), { FAKE_ROOTS: trusted });
  session = new Session(await phone.launch({ plugin: { authOrigins: origins } }));
  provider.received.length = 0;
}

function send(path: string, changes: Readonly<Record<string, unknown>> = {}): Promise<Outcome> {
  const url = `${provider.origin}${path}`;
  const headers = [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }];
  const body = 'grant_type=refresh_token&refresh_token=CANARY-refresh';
  return session.call('sendToProvider', { method: 'POST', url, headers, body, timeout: 30_000, ...changes });
}

/** What has no result at all. */
const NONE: Outcome = { result: undefined };

describe('what is sent and told', () => {
  it('is what was given, and some headers of the answer', async () => {
    await start();
    const proof = [
      { name: 'authorization', value: 'DPoP CANARY-access' },
      { name: 'dpop', value: 'CANARY-proof' },
    ];
    const { result } = await send('/token', { headers: proof });
    const { headers, ...rest } = result as { readonly headers: readonly { name: string; value: string }[] };
    expect(rest).toEqual({ status: 200, body: '{"access_token":"CANARY-token","had":null}' });
    expect(headers.map(({ name }) => name)).toEqual(['content-type', 'dpop-nonce', 'date', 'cache-control']);
    expect(headers).toContainEqual({ name: 'dpop-nonce', value: 'nonce' });
    expect(provider.received).toHaveLength(1);
    expect(provider.received[0]).toMatchObject({
      method: 'POST',
      body: 'grant_type=refresh_token&refresh_token=CANARY-refresh',
      headers: { authorization: 'DPoP CANARY-access', dpop: 'CANARY-proof' },
    });
  });

  it('has no cookies, and comes of no cache', async () => {
    await start();
    const get = { method: 'GET', body: undefined, headers: [] };
    for (let call = 0; call < 2; call += 1) expect((await send('/token', get)).result).toMatchObject({ status: 200 });
    expect(provider.received.map(({ method, headers }) => [method, headers.cookie])).toEqual([
      ['GET', undefined],
      ['GET', undefined],
    ]);
    expect(phone.files.filter((name) => /cookie|cache/i.test(name))).toEqual([]);
  });

  it('tells a refusal, and what is asked for with it', async () => {
    await start();
    const { result } = await send('/refused');
    expect(result).toMatchObject({ status: 401, body: '{"error":"CANARY"}' });
    expect((result as { headers: unknown }).headers).toEqual(
      expect.arrayContaining([
        { name: 'www-authenticate', value: 'DPoP error="use_dpop_nonce"' },
        { name: 'retry-after', value: '5' },
      ]),
    );
  });

  it('may be nothing, or one mebibyte', async () => {
    await start();
    expect((await send('/empty')).result).toMatchObject({ status: 204, body: '' });
    expect((await send('/longest')).result).toMatchObject({ status: 200, body: 'é'.repeat(MOST / 2) });
  });
});

describe('no answer is', () => {
  it.each(['/elsewhere', '/nowhere'])('a redirect, which is not followed: %s', async (path) => {
    await start();
    expect(await send(path)).toEqual(NONE);
    expect(provider.received.map((one) => one.path)).toEqual([path]);
  });

  it.each(['/too-long', '/endless', '/bomb'])(
    'one that is too long, and it is not read to its end: %s',
    async (path) => {
      await start();
      expect(await send(path)).toEqual(NONE);
    },
  );

  it('one that is not UTF-8', async () => {
    await start();
    expect(await send('/latin')).toEqual(NONE);
  });

  it('one that breaks off', async () => {
    await start();
    expect(await send('/breaks')).toEqual(NONE);
  });

  it.each(['/silent', '/stops'])('one that takes too long: %s', async (path) => {
    await start();
    const outcome = send(path, { timeout: 9000 });
    await expect.poll(() => provider.received.length).toBe(1);
    await phone.app.do('pass', { milliseconds: 9000 });
    expect(await outcome).toEqual(NONE);
    expect(((await phone.app.do('state'))['result'] as { backgroundTasks: number }).backgroundTasks).toBe(0);
  });

  it('one of a server that the system does not trust', async () => {
    await start('/dev/null');
    expect(await send('/token')).toEqual(NONE);
    expect(provider.received).toEqual([]);
  });

  it('one of a server with the certificate of another name', async () => {
    const origin = provider.origin.replace('localhost', 'ip6-localhost.localhost');
    await start(provider.certificate, [origin]);
    expect(await session.call('sendToProvider', get(`${origin}/token`))).toEqual(NONE);
    expect(provider.received).toEqual([]);
  });

  it('one by http, and one of nobody', async () => {
    const plain = await ProviderServer.start(PAGES, { isSecure: false });
    const { origin } = plain;
    await start(provider.certificate, [origin]);
    expect(await session.call('sendToProvider', get(`${origin}/token`))).toEqual(NONE);
    expect(plain.received).toEqual([]);
    await plain.stop();
    expect(await session.call('sendToProvider', get(`${origin}/token`))).toEqual(NONE);
  });
});

it('asks for time in the background while it waits', async () => {
  await start();
  const outcome = send('/silent', { timeout: 9000 });
  await expect.poll(() => provider.received.length).toBe(1);
  const held = async () => ((await phone.app.do('state'))['result'] as { backgroundTasks: number }).backgroundTasks;
  expect(await held()).toBe(1);
  await phone.app.do('pass', { milliseconds: 9000 });
  await outcome;
  expect(await held()).toBe(0);
});

function get(url: string): Readonly<Record<string, unknown>> {
  return { method: 'GET', url, headers: [], timeout: 30_000 };
}
