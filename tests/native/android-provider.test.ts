import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { androidPhone } from '../../scripts/native/android/android-phone.mjs';
import { androidSystems } from '../../scripts/native/android/systems.mjs';
import { AndroidMachine } from './android/android-machine.ts';
import { AndroidPhone } from './android/android-phone.ts';
import { TestCertificates } from './android/test-certificates.ts';
import { TestProvider } from './android/test-provider.ts';
import { Session } from './phone/session.ts';

const command = await androidPhone();

const certificates = new TestCertificates();
const right = new TestProvider(certificates.make('right', 'dns:localhost'));
const ofAnotherHost = new TestProvider(certificates.make('other', 'dns:other.example,dns:*.example.com'));
const untrusted = new TestProvider(certificates.make('untrusted', 'dns:localhost'));
const providers = [right, ofAnotherHost, untrusted];
const properties = certificates.trust('right', 'other');

beforeAll(() => Promise.all(providers.map((provider) => provider.start())));
afterAll(() => {
  for (const provider of providers) provider.stop();
  certificates.remove();
});

describe.each(androidSystems())('sendToProvider over real TLS, API %i', (sdk) => {
  let machine: AndroidMachine;
  let phone: AndroidPhone;
  let session: Session;

  beforeAll(() => {
    machine = new AndroidMachine((level) => {
      const [java = '', ...rest] = command(level);
      return [java, ...properties, ...rest];
    }, sdk);
  });
  afterAll(() => machine.turnOff());
  beforeEach(async () => {
    right.heard.length = 0;
    phone = new AndroidPhone(machine);
    await phone.launch({ plugin: { authOrigins: providers.map(({ origin }) => origin) } });
    session = new Session(phone.app);
  });
  afterEach(async () => {
    await phone.throwAway();
    expect(phone.printed).not.toMatch(/CANARY|localhost/);
  });

  /** What a call came to; `undefined`: there was no answer. */
  async function send(url: string, more: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const headers = [{ name: 'authorization', value: 'DPoP CANARY-authorization' }];
    const given = { method: 'POST', url, headers, body: 'code=CANARY-code&n=ü', timeout: 20_000, ...more };
    const { result, code } = await session.call('sendToProvider', given);
    expect(code).toBeUndefined();
    return result;
  }

  it('sends what it is given, and tells the answer', async () => {
    expect(await send(`${right.origin}/token`)).toEqual({
      status: 200,
      headers: [
        { name: 'content-type', value: 'application/json' },
        { name: 'dpop-nonce', value: 'CANARY-nonce' },
        { name: 'date', value: expect.any(String) as string },
      ],
      body: '{"access_token":"CANARY-token grün"}',
    });
    const [{ line, headers, body } = { line: '', headers: [], body: '' }] = right.heard;
    expect([line, body]).toEqual(['POST /token', 'code=CANARY-code&n=ü']);
    expect(headers).toEqual([
      `host: ${right.origin.slice('https://'.length)}`,
      'user-agent: capacitor-identity-vault',
      'accept-encoding: identity',
      'connection: close',
      'authorization: DPoP CANARY-authorization',
      'content-length: 21',
    ]);
    expect(await send(`${right.origin}/refused`)).toMatchObject({ status: 400, body: '{"error":"invalid_grant"}' });
  });

  it('keeps no cookie, and sends none, although Capacitor has a handler of cookies for the whole process', async () => {
    await send(`${right.origin}/token`);
    await send(`${right.origin}/token`);
    expect(right.heard).toHaveLength(2);
    expect(JSON.stringify(right.heard)).not.toMatch(/cookie/i);
    const { result } = (await phone.app.do('state')) as { readonly result: { readonly cookieHandler: string } };
    expect(result.cookieHandler).toMatch(/CapacitorCookieManager$/);
  });

  it('follows no redirect', async () => {
    expect(await send(`${right.origin}/moved`)).toBeUndefined();
    expect(right.heard.map(({ line }) => line)).toEqual(['POST /moved']);
  });

  it('takes an answer of 1 MiB, and none that is longer, or no text', async () => {
    expect(await send(`${right.origin}/most`)).toMatchObject({ status: 200 });
    expect(await send(`${right.origin}/too-long`)).toBeUndefined();
    expect(await send(`${right.origin}/no-text`)).toBeUndefined();
  });

  it('waits no longer than it is told', async () => {
    expect(await send(`${right.origin}/silent`, { timeout: 500 })).toBeUndefined();
  });

  it('tells nothing to a server whose certificate nobody trusts, or is of another host', async () => {
    expect(await send(`${untrusted.origin}/token`)).toBeUndefined();
    expect(await send(`${ofAnotherHost.origin}/token`)).toBeUndefined();
    expect([...untrusted.heard, ...ofAnotherHost.heard]).toEqual([]);
  });

  it('answers nothing where nobody listens', async () => {
    const gone = new TestProvider(certificates.make(`gone-${sdk}`, 'dns:localhost'));
    await gone.start();
    const { origin } = gone;
    gone.stop();
    await phone.kill();
    await phone.launch({ plugin: { authOrigins: [origin] } });
    session = new Session(phone.app);
    expect(await send(`${origin}/token`)).toBeUndefined();
  });
});
