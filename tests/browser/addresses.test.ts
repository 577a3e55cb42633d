import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, launch } from './chromium.ts';

const APP = 'https://app.example.com';
const API = 'https://api.example.com';
const ADDRESSES = [
  'api/items',
  './api/items',
  '../api/items',
  '/api/items',
  '//api.example.com/items',
  '?page=2',
  '?page=2#part',
  '#part',
  '',
  ' api/items ',
  'https:api/items',
  'a:b/../c',
  `${API}/a/../b`,
];

describe.skipIf(!chromium)('a request with the token goes where Chromium sends it without', () => {
  let browser: Browser;
  let page: Page;
  let bundle: string;

  beforeAll(async () => {
    const entry = fileURLToPath(new URL('../../native-plugin/src/http/index.ts', import.meta.url));
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      format: 'iife',
      globalName: 'http',
      write: false,
    });
    bundle = outputFiles[0]?.text ?? '';
    browser = await launch();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  async function open(address: string, head: string): Promise<void> {
    await page.unrouteAll();
    await page.route('**/*', (route) =>
      route.fulfill(
        route.request().url().endsWith('/worker.js')
          ? { contentType: 'text/javascript', body: WORKER(bundle) }
          : { contentType: 'text/html', body: `<!doctype html>${head}<title>App</title><script>${bundle}</script>` },
      ),
    );
    await page.goto(address);
  }

  it.each([
    { address: `${APP}/notes/5`, head: '<base href="/">' },
    { address: `${APP}/mobile/notes/5`, head: '<base href="/mobile/">' },
    { address: `${APP}/mobile/notes/5`, head: '<base href="./">' },
    { address: `${APP}/notes/5?x=1#top`, head: '' },
    { address: `${APP}/notes/5`, head: `<base href="${API}/v2/">` },
    { address: `${APP}/notes/5`, head: '<base target="_blank"><base href="/first/"><base href="/second/">' },
  ])('from $address with $head', async ({ address, head }) => {
    await open(address, head);

    const found = await page.evaluate<Found[]>(`(${compare.toString()})(${JSON.stringify([ADDRESSES, [APP, API]])})`);

    expect(found.map(({ checked }) => checked)).toEqual(found.map(({ sent }) => sent));
    expect(found.filter(({ sent }) => sent !== undefined).length).toBe(ADDRESSES.length - 1);
  });

  it('after the app moved on without loading, and moved its base', async () => {
    await open(`${APP}/login`, '');
    const moved = await page.evaluate<unknown>(`(() => {
      const policy = http.originPolicy(${JSON.stringify([APP, API])});
      const seen = [policy.allow('items')];
      history.pushState(null, '', '/notes/5');
      seen.push(policy.allow('items'));
      document.head.append(Object.assign(document.createElement('base'), { href: '/m/' }));
      seen.push(policy.allow('items'), new Request('items').url);
      return seen;
    })()`);

    expect(moved).toEqual([`${APP}/items`, `${APP}/notes/items`, `${APP}/m/items`, `${APP}/m/items`]);
  });

  it('from a page where an image took the name of the base: no token, and no other place', async () => {
    await open(`${APP}/notes/5`, '<base href="/"><img name="baseURI">');

    expect(await page.evaluate(`http.originPolicy(['${APP}']).allow('items') ?? 'no token'`)).toBe('no token');
  });

  it('from a worker, in a folder of its own', async () => {
    await open(`${APP}/notes/5`, '<base href="/">');
    const found = await page.evaluate<Found[]>(`new Promise((resolve, reject) => {
      const worker = new Worker('/assets/worker.js');
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    })`);

    expect(found.map(({ checked }) => checked)).toEqual(found.map(({ sent }) => sent));
    expect(found[0]).toEqual({ checked: `${APP}/assets/api/items`, sent: `${APP}/assets/api/items` });
  });
});

interface Found {
  readonly checked: string | undefined;
  readonly sent: string | undefined;
}

/** Runs in the browser: what the policy makes of each address, and where the browser's own request would go. */
function compare([addresses, origins]: [string[], string[]]): Found[] {
  const policy = http.originPolicy(origins);
  const withoutFragment = (url: string | undefined) => url?.replace(/#.*/, '');
  return addresses.map((address) => {
    const sent = withoutFragment(new Request(address).url) ?? '';
    const isAllowed = origins.includes(new URL(sent).origin);
    return { checked: withoutFragment(policy.allow(address)), sent: isAllowed ? sent : undefined };
  });
}

declare const http: { originPolicy(origins: readonly string[]): { allow(url: string): string | undefined } };

const WORKER = (bundle: string) =>
  `${bundle};postMessage((${compare.toString()})(${JSON.stringify([ADDRESSES, [APP, API]])}));`;
