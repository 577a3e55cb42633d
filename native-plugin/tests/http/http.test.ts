import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assertResponseAllowed, authorize, originPolicy } from '../../src/http/index.ts';

const PAGE = 'https://app.example.com/home';
const policy = originPolicy(['https://api.example.com', 'https://api.example.com:8443'], PAGE);

describe('a token may go to', () => {
  it.each([
    ['https://api.example.com/users', 'https://api.example.com/users'],
    ['https://api.example.com', 'https://api.example.com/'],
    ['HTTPS://API.Example.COM/users', 'https://api.example.com/users'],
    ['https://api.example.com:443/users', 'https://api.example.com/users'],
    ['https://api.example.com:8443/x', 'https://api.example.com:8443/x'],
    ['//api.example.com/users', 'https://api.example.com/users'],
    ['https://api.example.com/a/../b', 'https://api.example.com/b'],
    ['https://api.example.com/x?next=%2Fhome%2e', 'https://api.example.com/x?next=%2Fhome%2e'],
    ['https://api.example.com/x?mail=a@b.c', 'https://api.example.com/x?mail=a@b.c'],
    ['https://api.example.com/@user', 'https://api.example.com/@user'],
    [' https://api.example.com/x ', 'https://api.example.com/x'],
  ])('%s as %s', (url, href) => {
    expect(policy.allow(url)).toBe(href);
  });
});

describe('a token never goes to', () => {
  it.each([
    ['another host', 'https://example.com/'],
    ['a host that begins so', 'https://api.example.com.evil.com/'],
    ['a host that ends so', 'https://evilapi.example.com/'],
    ['a subdomain', 'https://v1.api.example.com/'],
    ['a trailing dot', 'https://api.example.com./'],
    ['the host as user', 'https://api.example.com@evil.com/'],
    ['the host as user and password', 'https://api.example.com:443@evil.com/'],
    ['user info at the right host', 'https://user:pass@api.example.com/'],
    ['empty user info', 'https://@api.example.com/'],
    ['user info without slashes', 'https:user@api.example.com/'],
    ['user info, relative to the scheme', '//user@api.example.com/'],
    ['another host, relative to the scheme', '//evil.com/'],
    ['backslashes', 'https:\\\\api.example.com\\users'],
    ['a backslash before @', 'https://evil.com\\@api.example.com/'],
    ['a backslash in the path', 'https://api.example.com/a\\b'],
    ['another port', 'https://api.example.com:444/'],
    ['http', 'http://api.example.com/'],
    ['ws', 'wss://api.example.com/'],
    ['a look-alike', 'https://api.ex\u0430mple.com/'],
    ['an encoded slash', 'https://api.example.com/a%2f..%2fb'],
    ['encoded dots', 'https://api.example.com/%2e%2e%2fb'],
    ['encoded dots the parser resolves', 'https://api.example.com/a/%2E%2E/b'],
    ['an encoded backslash', 'https://api.example.com/a%5Cb'],
    ['an encoded dot in the host', 'https://api%2eexample.com/'],
    ['a tab in the scheme', 'ht\ttps://api.example.com/'],
    ['a line break in the query', 'https://api.example.com/?a=\nb'],
    ['a zero byte', 'https://api.example.com/\u0000'],
    ['a relative address of the page', '/users'],
    ['data', 'data:text/plain,x'],
    ['javascript', 'javascript:alert(1)'],
    ['blob', 'blob:https://api.example.com/1'],
    ['no URL', 'https://'],
    ['nothing', ''],
  ])('%s', (_case, url) => {
    expect(policy.allow(url)).toBeUndefined();
  });

  it('anything whose parsed origin is another, whatever it looks like', () => {
    const PARTS = [
      'https:',
      'http:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      '.',
      '?',
      '#',
      '%2e',
      'api.example.com',
      'evil.com',
      '\t',
    ];
    const hostile = fc
      .tuple(
        fc.constantFrom('https://', '//', ''),
        fc.constantFrom('api.example.com', ''),
        fc.array(fc.constantFrom(...PARTS)),
      )
      .map(([start, host, rest]) => [start, host, ...rest]);
    let allowed = 0;
    fc.assert(
      fc.property(hostile, (parts) => {
        const href = policy.allow(parts.join(''));
        if (href === undefined) return;
        allowed += 1;
        const sent = new URL(href);
        expect(policy.origins).toContain(sent.origin);
        expect(sent.username + sent.password).toBe('');
        expect(href).toBe(sent.href);
      }),
      { numRuns: 2000 },
    );
    expect(allowed).toBeGreaterThan(50);
  });
});

describe('development on this machine', () => {
  const origins = ['http://localhost:3000', 'http://127.0.0.1:3000'];
  it.each([
    { page: 'http://localhost:4200/', url: 'http://localhost:3000/x', allowed: true },
    { page: 'http://127.0.0.1:4200/', url: 'http://127.0.0.1:3000/x', allowed: true },
    { page: 'https://app.example.com/', url: 'http://localhost:3000/x', allowed: false },
    { page: 'capacitor://localhost/', url: 'http://localhost:3000/x', allowed: false },
    { page: 'https://localhost/', url: 'http://localhost:3000/x', allowed: false },
    { page: 'http://localhost:4200/', url: 'http://localhost:3001/x', allowed: false },
    { page: 'http://localhost:4200/', url: 'http://localhost.evil.com:3000/x', allowed: false },
  ])('from $page to $url: $allowed', ({ page, url, allowed }) => {
    expect(originPolicy(origins, page).allow(url) !== undefined).toBe(allowed);
  });
});

it('without origins the token goes nowhere, and "null" is nobody', () => {
  expect(originPolicy([], PAGE).allow('https://api.example.com/')).toBeUndefined();
  expect(originPolicy([], 'capacitor://localhost').allow('capacitor://localhost/x')).toBeUndefined();
});

it.each([
  'api.example.com',
  'https://api.example.com/v1',
  'http://api.example.com',
  'https://u@api.example.com',
  '*',
  'null',
  '',
  'capacitor://localhost',
])('refuses the origin %j', (origin) => {
  expect(() => originPolicy([origin], PAGE)).toThrow(expect.objectContaining({ code: 'InvalidOrigin' }) as Error);
});

describe('authorize', () => {
  const outgoing = { url: 'https://api.example.com/me?x=1', hasAuthorization: false };
  const getToken = () => Promise.resolve('abc.def');

  it('gives the checked address and the header', async () => {
    expect(await authorize(outgoing, { policy, getToken })).toEqual({
      url: outgoing.url,
      headers: { Authorization: 'Bearer abc.def' },
      token: 'abc.def',
    });
  });

  it('does not even ask for the token where it may not go', async () => {
    const asked = vi.fn(getToken);
    expect(await authorize({ ...outgoing, url: 'https://evil.com/' }, { policy, getToken: asked })).toBeUndefined();
    expect(await authorize({ ...outgoing, hasAuthorization: true }, { policy, getToken: asked })).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  it('sends the request bare when nobody is logged in, and not at all when the vault refuses', async () => {
    expect(await authorize(outgoing, { policy, getToken: () => Promise.resolve(undefined) })).toBeUndefined();
    const refused = authorize(outgoing, { policy, getToken: () => Promise.reject(new Error('locked')) });
    await expect(refused).rejects.toThrow('locked');
  });

  it('refuses a token that would break out of the header, without repeating it', async () => {
    const token = 'secret\r\nX-Evil: 1';
    const error: unknown = await authorize(outgoing, { policy, getToken: () => Promise.resolve(token) }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 'InvalidToken' });
    expect(String(error) + JSON.stringify(error)).not.toContain('secret');
  });

  it.each([
    { url: 'https://api.example.com/other%2Fpath', ok: true },
    { url: 'https://api.example.com:8443/', ok: true },
    { url: null, ok: true },
    { url: '', ok: true },
    { url: 'https://evil.com/?token=secret', ok: false },
    { url: 'http://api.example.com/', ok: false },
    { url: 'not a url', ok: false },
  ])('an answer from $url: ok $ok', ({ url, ok }) => {
    const check = () => {
      assertResponseAllowed(url, policy);
    };
    if (ok) expect(check).not.toThrow();
    else expect(check).toThrow(/^A request that carried the token was redirected out of its origins\.$/);
  });
});
