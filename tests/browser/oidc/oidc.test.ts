import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProvider, type OpenIdProvider } from '../../../native-plugin/tests/oidc/support/open-id-provider.mjs';
import { startBrowser, type Browser } from '../../e2e/browser.ts';
import { findSecret } from '../../e2e/find-secrets.ts';
import { chromium } from '../chromium.ts';
import { serveOidcPage } from './serve-oidc-page.ts';

interface Told {
  readonly subject?: string;
  readonly returnTo?: string;
  readonly code?: string;
  readonly reason?: string;
  readonly is?: string;
}

const CANARY = 'canary.that-is-kept-in-plain-text.q8Zt3vN1xWc7uRf5pLb2';

describe.skipIf(!chromium)('signing in with OpenID Connect, in Chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'oidc-profile-'));
  const secrets = new Map<string, string>();
  const addresses: string[] = [];
  let site: Awaited<ReturnType<typeof serveOidcPage>>;
  let provider: OpenIdProvider;
  let browser: Browser;
  let page: Page;

  const watch = (opened: Page): void => {
    opened.on('framenavigated', (frame) => addresses.push(frame.url()));
    opened.on('response', (response) => {
      if (!response.url().endsWith('/token') || response.request().method() !== 'POST') return;
      void response
        .json()
        .then((answer: Record<string, string>) => {
          for (const name of ['access_token', 'refresh_token', 'id_token']) {
            if (answer[name]) secrets.set(`${name} ${secrets.size}`, answer[name]);
          }
        })
        .catch(() => undefined);
    });
  };
  const start = async (): Promise<void> => {
    browser = await startBrowser(profile);
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    watch(page);
    await open();
  };
  const open = async (path = '/', on = page): Promise<Told> => {
    await on.goto(site.origin + path);
    return resumed(on);
  };
  const resumed = async (on = page): Promise<Told> => {
    await on.waitForFunction('document.title === "The app"');
    return on.evaluate<Told>('resumed');
  };
  const call = (text: string, on = page): Promise<Told> => on.evaluate<Told>(`told(client.${text})`);
  /** The page leaves while the call is answered. */
  const leave = (text: string): Promise<unknown> => page.evaluate(`void client.${text}`);
  const isEmpty = (): Promise<boolean> => page.evaluate<boolean>('vault.isEmpty()');
  const asked = (path: string): number => provider.requests.filter((one) => one === `POST ${path}`).length;

  beforeAll(async () => {
    site = await serveOidcPage();
    provider = await startProvider({
      redirectUris: [`${site.origin}/callback`],
      postLogoutRedirectUris: [`${site.origin}/goodbye`],
    });
    await site.bundle(provider.issuer);
    await start();
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([provider.close(), site.close()]);
    rmSync(profile, { recursive: true, force: true });
  });

  it('ignores forged answers while the user is away, and takes the right one', async () => {
    await leave(`login({ returnTo: '/orders/7' })`);
    await page.getByRole('button', { name: 'ada' }).waitFor();
    const away = page.url();
    for (const forged of ['?error=access_denied', '?error=access_denied&state=x', '?code=stolen&state=x']) {
      expect(await open(`/callback${forged}`)).toEqual({ is: 'undefined' });
    }
    expect(await isEmpty()).toBe(true);
    await page.goto(away);
    await page.getByRole('button', { name: 'ada' }).click();
    await page.waitForURL(`${site.origin}/callback**`);
    expect(await resumed()).toMatchObject({ subject: 'ada', returnTo: '/orders/7' });
    expect(asked('/token')).toBe(1);
  });

  it('leaves nothing of the answer in the address, and takes it once', async () => {
    expect(page.url()).toBe(`${site.origin}/callback`);
    await page.reload();
    expect(await resumed()).toEqual({ is: 'undefined' });
    // A page that comes out of the browser's cache is not loaded once more.
    await page.goBack({ waitUntil: 'commit' });
    await page.goForward({ waitUntil: 'commit' });
    expect(await resumed()).toEqual({ is: 'undefined' });
    expect(page.url()).toBe(`${site.origin}/callback`);
    expect(asked('/token')).toBe(1);
  });

  it('does not take the right answer in a tab that did not ask, and takes it in the one that did', async () => {
    const before = asked('/token');
    site.hold(true);
    await leave('login()');
    await page.waitForURL(`${site.origin}/callback?**`);
    const answer = new URL(page.url());
    site.hold(false);

    const other = await browser.context.newPage();
    watch(other);
    expect(await open(answer.pathname + answer.search, other)).toEqual({ is: 'undefined' });
    await other.close();
    expect(asked('/token')).toBe(before);
    expect(await open(answer.pathname + answer.search)).toMatchObject({ subject: 'ada' });
    expect(asked('/token')).toBe(before + 1);
  });

  it('renews silently, the refresh token rotated, once for two tabs', async () => {
    await open();
    const other = await browser.context.newPage();
    watch(other);
    await open('/', other);
    const before = asked('/token');
    const token = 'vault.getValue("session").then((session) => session.token)';
    const former = await page.evaluate<string>(token);
    const renewed = await Promise.all([call('refresh()'), call('refresh()', other)]);
    expect(renewed.map(({ subject }) => subject)).toEqual(['ada', 'ada']);
    expect(asked('/token')).toBe(before + 1);
    const tokens = await Promise.all([page.evaluate<string>(token), other.evaluate<string>(token)]);
    expect(tokens[0]).toBe(tokens[1]);
    expect(tokens[0]).not.toBe(former);
    expect(await call('refresh()', other)).toMatchObject({ subject: 'ada' });
    await other.close();
  });

  it('returns to the sign-in when an old refresh token was used again', async () => {
    const old = await page.evaluate<string>('vault.getValue("session").then((session) => session.refreshToken)');
    expect(await call('refresh()')).toMatchObject({ subject: 'ada' });
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'app', refresh_token: old });
    const replay = await fetch(`${provider.issuer}/token`, { method: 'POST', body });
    expect(await replay.json()).toMatchObject({ error: 'invalid_grant' });
    expect(await call('refresh()')).toEqual({ code: 'SessionExpired', reason: 'invalid_grant' });
    expect(await isEmpty()).toBe(true);
    // The provider still knows the user, so the sign-in asks nothing.
    await leave('login()');
    await page.waitForURL(`${site.origin}/callback**`);
    expect(await resumed()).toMatchObject({ subject: 'ada' });
  });

  it('has the session after a restart of the browser', async () => {
    await browser.close();
    await start();
    expect(await page.evaluate('client.getAccessToken().then((token) => token.length)')).toBeGreaterThan(20);
  });

  it('leads to a sign-in when the browser ended between the answer and the write', async () => {
    const before = asked('/token');
    await page.evaluate('holdWrites()');
    const answer = provider.hold('/token');
    await page.evaluate('void client.refresh()');
    await answer.arrived;
    expect(asked('/token')).toBe(before + 1);
    answer.open();
    await page.waitForTimeout(500);
    await browser.crash();
    await start();
    expect(await isEmpty()).toBe(false);
    expect(await call('refresh()')).toEqual({ code: 'SessionExpired', reason: 'invalid_grant' });
    expect(await isEmpty()).toBe(true);
  });

  it('ends the session of the provider with its own', async () => {
    // It knows the user, and asks nothing.
    await leave('login()');
    await page.waitForURL(`${site.origin}/callback**`);
    expect(await resumed()).toMatchObject({ subject: 'ada' });

    const revoked = asked('/token/revocation');
    await leave('logout()');
    await page.waitForURL(`${provider.issuer}/session/end**`);
    await page.getByRole('button', { name: /yes/i }).click();
    await page.waitForURL(`${site.origin}/goodbye**`);
    await resumed();
    expect(await isEmpty()).toBe(true);
    expect(asked('/token/revocation')).toBe(revoked + 1);

    await leave('login()');
    await page.getByRole('button', { name: 'bob' }).click();
    await page.waitForURL(`${site.origin}/callback**`);
    expect(await resumed()).toMatchObject({ subject: 'bob' });
  });

  it('has put no token into an address, a storage, or any file of the profile', async () => {
    const readable = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    await page.evaluate(`localStorage.setItem('careless', ${JSON.stringify(CANARY)})`);
    await browser.close();
    expect(secrets.size).toBeGreaterThan(15);
    for (const [name, secret] of secrets) {
      expect({ name, found: findSecret(profile, secret) }).toEqual({ name, found: [] });
      expect({ name, isIn: addresses.some((address) => address.includes(secret)) }).toEqual({ name, isIn: false });
      expect({ name, isIn: readable.includes(secret) }).toEqual({ name, isIn: false });
    }
    // The search finds what is there.
    expect(findSecret(profile, CANARY)).not.toEqual([]);
    expect(addresses.some((address) => address.includes('code='))).toBe(true);
  });
});
