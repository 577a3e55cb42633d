import { afterEach, describe, expect, it, vi } from 'vitest';
import { authorize, originPolicy } from '../../src/http/index.ts';

const APP = 'https://app.example.com';
const API = 'https://api.example.com';

/** What a browser has of the page: its address, and what relative addresses are resolved against. */
function show(page: string, base = page): void {
  vi.stubGlobal('location', { href: page });
  vi.stubGlobal('document', { baseURI: base });
}

afterEach(() => vi.unstubAllGlobals());

describe('a relative address is resolved as the browser will resolve it', () => {
  it.each([
    { url: 'api/items', page: `${APP}/notes/5`, base: `${APP}/`, sent: `${APP}/api/items` },
    { url: 'api/items', page: `${APP}/notes/5`, base: `${APP}/notes/5`, sent: `${APP}/notes/api/items` },
    { url: 'api/items', page: `${APP}/mobile/notes/5`, base: `${APP}/mobile/`, sent: `${APP}/mobile/api/items` },
    { url: '/api/items', page: `${APP}/mobile/notes/5`, base: `${APP}/mobile/`, sent: `${APP}/api/items` },
    { url: './api', page: `${APP}/a/b/c`, base: `${APP}/a/`, sent: `${APP}/a/api` },
    { url: '../api', page: `${APP}/a/b/c`, base: `${APP}/a/b/`, sent: `${APP}/a/api` },
    { url: '?page=2', page: `${APP}/notes/5?x=1`, base: `${APP}/m/`, sent: `${APP}/m/?page=2` },
    { url: '', page: `${APP}/notes/5`, base: `${APP}/m/?a=1#top`, sent: `${APP}/m/?a=1` },
    { url: '  ', page: `${APP}/notes/5`, base: `${APP}/m/`, sent: `${APP}/m/` },
    { url: '//api.example.com/x', page: `${APP}/notes/5`, base: `${APP}/m/`, sent: `${API}/x` },
    { url: 'items', page: `${APP}/notes/5`, base: `${API}/v2/`, sent: `${API}/v2/items` },
    { url: '/items', page: `${APP}/notes/5`, base: `${API}/v2/`, sent: `${API}/items` },
    { url: `${APP}/x`, page: `${APP}/notes/5`, base: 'https://cdn.example.com/', sent: `${APP}/x` },
    { url: 'https:items', page: `${APP}/notes/5`, base: `${APP}/m/`, sent: `${APP}/m/items` },
  ])('$url at $base is $sent', ({ url, page, base, sent }) => {
    show(page, base);

    expect(originPolicy([APP, API]).allow(url)).toBe(sent);
  });

  it('at the moment of the request: navigating and a new base move it', () => {
    show(`${APP}/login`);
    const policy = originPolicy([APP, API]);
    expect(policy.allow('items')).toBe(`${APP}/items`);

    show(`${APP}/notes/5`);
    expect(policy.allow('items')).toBe(`${APP}/notes/items`);

    show(`${APP}/notes/5`, `${API}/`);
    expect(policy.allow('items')).toBe(`${API}/items`);
  });

  it('in a worker, which has no document: against its own address', () => {
    vi.stubGlobal('document', undefined);
    vi.stubGlobal('location', { href: `${APP}/assets/worker.js` });

    expect(originPolicy([APP]).allow('items')).toBe(`${APP}/assets/items`);
  });

  it('against what the caller says, where it says something', () => {
    show(`${APP}/notes/5`, `${APP}/`);

    expect(originPolicy([APP]).allow('items', `${APP}/v1/`)).toBe(`${APP}/v1/items`);
    expect(originPolicy([APP], `${APP}/page/1`).allow('items')).toBe(`${APP}/page/items`);
  });
});

describe('a relative address gets no token', () => {
  it.each([
    { why: 'a base of another origin', url: 'items', page: `${APP}/`, base: 'https://cdn.example.com/' },
    { why: 'another host', url: '//cdn.example.com/x', page: `${APP}/`, base: `${APP}/` },
    { why: 'http', url: 'items', page: `${APP}/`, base: 'http://app.example.com/' },
    {
      why: 'the scheme of a native app',
      url: '/items',
      page: 'capacitor://localhost/',
      base: 'capacitor://localhost/',
    },
    { why: 'a page without an address', url: 'items', page: 'about:blank', base: 'about:blank' },
    { why: 'a worker made of a blob', url: 'items', page: `blob:${APP}/1`, base: `blob:${APP}/1` },
    { why: 'a base that is no URL', url: 'items', page: `${APP}/`, base: 'no URL' },
    { why: 'an empty base', url: 'items', page: `${APP}/`, base: '' },
    { why: 'user info', url: '//ada@app.example.com/x', page: `${APP}/`, base: `${APP}/` },
    { why: 'a base with user info', url: 'items', page: `${APP}/`, base: 'https://ada@app.example.com/' },
    { why: 'a backslash', url: '\\\\app.example.com\\x', page: `${APP}/`, base: `${APP}/` },
    { why: 'a slash and a backslash', url: '/\\cdn.example.com/x', page: `${APP}/`, base: `${APP}/` },
    { why: 'encoded dots', url: '%2e%2e/items', page: `${APP}/`, base: `${APP}/a/b/` },
    { why: 'a host that cannot be', url: '//app.exa mple.com/', page: `${APP}/`, base: `${APP}/` },
    { why: 'a port that cannot be', url: '//app.example.com:99999/', page: `${APP}/`, base: `${APP}/` },
  ])('with $why', async ({ url, page, base }) => {
    show(page, base);
    const policy = originPolicy([APP]);
    const getToken = vi.fn(() => Promise.resolve('abc'));

    expect(policy.allow(url)).toBeUndefined();
    // `undefined`: the request is sent as the app wrote it.
    expect(await authorize({ url, hasAuthorization: false }, { policy, getToken })).toBeUndefined();
    expect(getToken).not.toHaveBeenCalled();
  });

  it('where neither a page nor a worker is, and a complete one does', () => {
    vi.stubGlobal('document', undefined);
    vi.stubGlobal('location', undefined);
    const policy = originPolicy([APP]);

    expect(policy.allow('/items')).toBeUndefined();
    expect(policy.allow(`${APP}/items`)).toBe(`${APP}/items`);
  });

  it('where an element took the name of the base, or asking for it fails', () => {
    const element = { toString: () => `${APP}/` };
    vi.stubGlobal('location', { href: `${APP}/` });
    for (const baseURI of [
      () => element,
      () => {
        throw new Error('not implemented');
      },
    ]) {
      vi.stubGlobal('document', Object.defineProperty({}, 'baseURI', { get: baseURI }));
      const policy = originPolicy([APP]);

      expect(policy.allow('items')).toBeUndefined();
      expect(policy.allow(`${APP}/items`)).toBe(`${APP}/items`);
    }
  });
});

it('a request is sent to where the browser would have sent it, and nowhere else', async () => {
  show(`${APP}/notes/5`, `${APP}/`);
  const getToken = () => Promise.resolve('abc');
  const sent = await authorize(
    { url: 'api/items', hasAuthorization: false },
    { policy: originPolicy([APP]), getToken },
  );

  expect(sent?.url).toBe(new URL('api/items', `${APP}/`).href);
});

it('without a session the request stays as it is', async () => {
  show(`${APP}/notes/5`, `${APP}/`);
  const getToken = () => Promise.resolve(undefined);
  const sent = await authorize(
    { url: 'api/items', hasAuthorization: false },
    { policy: originPolicy([APP]), getToken },
  );

  expect(sent).toBeUndefined();
});
