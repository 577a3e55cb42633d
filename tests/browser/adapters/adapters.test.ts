import { build } from 'esbuild';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Packages } from '../../../native-plugin/tests/adapters/packages.ts';
import { chromium, launch } from '../chromium.ts';
import { WireServer } from './wire-server.ts';

interface Adapter {
  readonly adapter: string;
  /** Script is told of a redirect only when it was followed. */
  readonly follows: boolean;
}

interface Sending {
  readonly url: string;
  readonly method?: string;
  readonly body?: 'text' | 'blob' | 'bytes' | 'form';
  readonly count?: number;
}

const ADAPTERS: readonly Adapter[] = [
  { adapter: 'fetch', follows: false },
  { adapter: 'axios, XMLHttpRequest', follows: true },
  { adapter: 'axios, fetch', follows: false },
  { adapter: 'Angular, a function, XMLHttpRequest', follows: true },
  { adapter: 'Angular, a class, XMLHttpRequest', follows: true },
  { adapter: 'Angular, a function, fetch', follows: true },
  { adapter: 'Angular, a class, fetch', follows: true },
];

describe.skipIf(!chromium)('the adapters in Chromium, against real servers', () => {
  let browser: Browser;
  let page: Page;
  let packages: Packages;
  let api: WireServer;
  let foreign: WireServer;
  let app: string;

  beforeAll(async () => {
    packages = new Packages();
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('adapters-page.js', import.meta.url))],
      nodePaths: [join(packages.folder, 'node_modules')],
      bundle: true,
      format: 'iife',
      write: false,
    });
    api = await WireServer.start(outputFiles[0]?.text);
    foreign = await WireServer.start();
    // Every name there is leads to these servers.
    browser = await launch(['--host-resolver-rules=MAP * 127.0.0.1']);
    page = await browser.newPage();
    app = `http://127.0.0.1:${api.port}/page`;
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await api.stop();
    await foreign.stop();
    packages.remove();
  });
  beforeEach(() => open());

  const origin = () => `http://localhost:${api.port}`;
  const elsewhere = (path: string) => `http://evil.example:${foreign.port}${path}`;

  async function open(address = app): Promise<void> {
    await page.goto(address);
    api.good = 'token-0';
    await page.evaluate(`start(${JSON.stringify([origin(), 'https://api.example.com'])}, ${JSON.stringify(origin())})`);
    api.arrived = [];
    foreign.arrived = [];
  }

  function send(adapter: string, sending: Sending): Promise<readonly string[]> {
    return page.evaluate(`send(${JSON.stringify({ adapter, ...sending })})`);
  }

  const refreshes = () => api.at('/refresh').length;
  const redirectTo = (to: string) => `${origin()}/redirect?to=${encodeURIComponent(to)}`;

  describe.each(ADAPTERS)('$adapter', ({ adapter, follows }) => {
    it('send the token to the allowed origin, whatever its case', async () => {
      expect(await send(adapter, { url: `HTTP://LOCALHOST:${api.port}/a/../notes?page=2#top` })).toEqual(['200']);
      expect(api.at('/notes').map(({ authorization }) => authorization)).toEqual(['Bearer token-0']);
    });

    it('never have a redirect take the token elsewhere, raise it, and change a token that may have been seen', async () => {
      expect(await send(adapter, { url: redirectTo(elsewhere('/stolen')) })).toEqual(['RedirectedError']);
      expect(foreign.withToken).toEqual([]);
      expect(foreign.at('/stolen').length).toBe(follows ? 1 : 0);
      await expect.poll(refreshes).toBe(follows ? 1 : 0);
      expect(await send(adapter, { url: `${origin()}/notes` })).toEqual(['200']);
    });

    it('never have one take it to a server that doesn’t answer this page', async () => {
      const [outcome] = await send(adapter, { url: redirectTo(elsewhere('/closed')) });
      expect(outcome).toMatch(/Error|ERR_NETWORK/);
      expect(foreign.withToken).toEqual([]);
    });

    it('never have one take it away and back', async () => {
      const there = `http://evil.example:${foreign.port}/redirect?to=${encodeURIComponent(`${origin()}/notes`)}`;
      await send(adapter, { url: redirectTo(there) });
      expect(foreign.withToken).toEqual([]);
    });

    it('never send the token to a hostile address', async () => {
      const sent: string[] = [];
      for (const [what, url] of Object.entries(hostile(api.port, foreign.port))) {
        await send(adapter, { url });
        if (api.withToken.length + foreign.withToken.length > 0) sent.push(what);
        api.arrived = [];
        foreign.arrived = [];
      }
      expect(sent).toEqual([]);
    });

    it('send a relative address where the page does, and the token with it only to the allowed origin', async () => {
      await open(`${app}?head=${encodeURIComponent(`<base href="${origin()}/v1/">`)}`);
      expect(await send(adapter, { url: 'notes' })).toEqual(['200']);
      expect(api.at('/v1/notes').map(({ authorization }) => authorization)).toEqual(['Bearer token-0']);

      await open(`${app}?head=${encodeURIComponent(`<base href="${elsewhere('/v1/')}">`)}`);
      await send(adapter, { url: 'notes' });
      expect(foreign.at('/v1/notes').map(({ authorization }) => authorization)).toEqual([undefined]);
    });

    it.each(['text', 'blob', 'bytes', 'form'] as const)(
      'send a refused upload once more, complete: %s',
      async (body) => {
        api.good = 'another';
        expect(await send(adapter, { url: `${origin()}/upload`, method: 'PUT', body })).toEqual(['200']);
        const lengths = api.at('/upload').map(({ length }) => length);
        expect(lengths.length).toBe(2);
        expect(lengths.every((length) => length >= 100_000)).toBe(true);
      },
    );

    it('refresh once for 50 refusals', async () => {
      api.good = 'another';
      const outcomes = await send(adapter, { url: `${origin()}/notes`, count: 50 });
      expect(outcomes).toEqual(Array<string>(50).fill('200'));
      expect(refreshes()).toBe(1);
    });
  });

  it('a page without an origin sends no token', async () => {
    await page.setContent(
      `<iframe sandbox="allow-scripts" srcdoc='<script src="http://127.0.0.1:${api.port}/page.js"></script>'></iframe>`,
    );
    const frame = page.frames()[1]!;
    await frame.waitForFunction('window.start');
    expect(await frame.evaluate('self.origin')).toBe('null');
    await frame.evaluate(`start(${JSON.stringify([origin()])}, ${JSON.stringify(origin())})`);
    api.arrived = [];
    for (const { adapter } of ADAPTERS) {
      await frame.evaluate(`send(${JSON.stringify({ adapter, url: `${origin()}/notes` })})`);
    }
    expect(api.at('/notes').length).toBe(ADAPTERS.length);
    expect(api.withToken).toEqual([]);
  });
});

/** Addresses that only look like the allowed origin, `http://localhost:<port>`, or that parsers read in more than one way. */
function hostile(port: number, other: number): Readonly<Record<string, string>> {
  return {
    'another host': `http://evil.example:${other}/x`,
    'a suffix': `http://localhost.evil.example:${other}/x`,
    'a prefix': `http://evillocalhost:${port}/x`,
    'the host as user': `http://localhost:${port}@evil.example:${other}/x`,
    'user and password': `http://user:pass@localhost:${port}/x`,
    'an empty user': `http://@localhost:${port}/x`,
    'relative to the scheme': `//evil.example:${other}/x`,
    'three slashes': `http:///evil.example:${other}/x`,
    'a backslash before @': `http://evil.example:${other}\\@localhost:${port}/x`,
    'backslashes for slashes': `http:\\\\localhost:${port}\\x`,
    'another port': `http://localhost:${other}/x`,
    'no port': 'http://localhost/x',
    'http where https is allowed': `http://api.example.com:${other}/x`,
    'a look-alike (IDN)': `http://loc\u0430lhost:${port}/x`,
    'an ideographic stop for a dot': `http://localhost\u3002evil.example:${other}/x`,
    'an encoded dot in the host': `http://localhost%2eevil.example:${other}/x`,
    'an encoded slash in the host': `http://localhost%2f.evil.example:${other}/x`,
    'a trailing dot': `http://localhost.:${port}/x`,
    'encoded slashes': `http://localhost:${port}/a%2f..%2fb`,
    'encoded backslashes': `http://localhost:${port}/a%5c..%5cb`,
    'encoded dots': `http://localhost:${port}/a/%2e%2e/b`,
    'the address behind the name': `http://127.0.0.1:${port}/x`,
    'the address as a number': `http://2130706433:${port}/x`,
    'a tab in the address': `http://evil.example:${other}/\t@localhost:${port}/x`,
    'the page': '/x',
    'no scheme': `localhost:${port}/x`,
    'the origin null': 'data:text/plain,x',
  };
}
