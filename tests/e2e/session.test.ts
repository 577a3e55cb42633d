import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { apiOrigin, preparedApp, type App } from './app.ts';
import { notes } from './app-source.ts';
import { startBrowser, type Browser } from './browser.ts';
import { findSecret } from './find-secrets.ts';
import { httpGet, leakToken, storeInPlainText } from './in-page.mjs';
import { startServers, type Servers } from './servers.ts';
import { tellInOrder } from './story.ts';
import { lockAfterMs, User } from './user.ts';

const passcode = 'quiet-otter-4711';
const wrongPasscode = 'loud-otter-1174';
const canary = 'canary.eyJrZXB0IjoiaW4gcGxhaW4gdGV4dCJ9.q8Zt3vN1xWc7uRf5pLb2';

describe('a session in the browser', () => {
  let app: App;
  let site: Servers['site'];
  let backend: Servers['backend'];
  let stranger: Servers['stranger'];
  let profile: string;
  let browser: Browser;
  let page: Page;
  let user: User;
  let token: string;
  const pageErrors: string[] = [];
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    app = await preparedApp(notes);
    const servers = await startServers(app);
    started.push(servers);
    ({ site, backend, stranger } = servers);
    profile = join(inject('e2eFolder'), 'profile');
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(profile);
    await open();
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });

  tellInOrder();

  async function open(): Promise<void> {
    browser = await startBrowser(profile);
    started.push(browser);
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    user = new User(page);
    page.on('pageerror', (error) => pageErrors.push(error.message));
    await page.goto(site.origin);
  }

  it('sends a visitor to the login page', async () => {
    await page.waitForURL(/\/login/);

    await user.heading('Sign in').waitFor();
    expect(await user.heading('Sign in').isVisible()).toBe(true);
  });

  it('refuses a wrong password with words', async () => {
    await user.signIn({ ...backend.account, password: 'not the password' });

    await user.text('The user name or the password is wrong.').waitFor();
    expect(page.url()).toContain('/login');
  });

  it('logs in, asks for a passcode in the built-in dialog, and shows the protected profile', async () => {
    const answer = page.waitForResponse((response) => response.url() === `${apiOrigin(app)}/login` && response.ok());
    const profileRequest = page.waitForRequest(isProfileRead);
    await user.signIn(backend.account);
    ({ token } = (await (await answer).json()) as { token: string });
    await user.answerPasscode(passcode);

    // Only a token the backend signed gets this answer.
    await user.text('Ada Lovelace').waitFor();
    const headers = await (await profileRequest).allHeaders();
    expect(page.url()).toBe(`${site.origin}/home`);
    expect(headers['authorization']).toBe(`Bearer ${token}`);
  });

  it('sends the token to no other origin', async () => {
    await page.evaluate(httpGet, `${stranger.origin}/pixel`);
    await page.evaluate(httpGet, `${stranger.origin}/?from=${encodeURIComponent(apiOrigin(app))}`);

    expect(stranger.requests.map(({ method, path }) => `${method} ${path.slice(0, 6)}`)).toEqual([
      'GET /pixel',
      'GET /?from',
    ]);
    expect(JSON.stringify(stranger.requests)).not.toContain(token);
    for (const { headers } of stranger.requests) expect(headers.authorization).toBeUndefined();
  });

  it('would have seen a token that leaks', async () => {
    await page.evaluate(leakToken, { url: stranger.origin, token });

    expect(stranger.requests.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
  });

  it('stays unlocked during a short look away', async () => {
    await user.lookAway(1000);
    await sleep(500);

    expect(page.url()).toBe(`${site.origin}/home`);
    const answer = page.waitForResponse((response) => isProfileRead(response.request()) && response.ok());
    await user.button('Reload').click();
    await answer;
    await user.text('Ada Lovelace').waitFor();
  });

  it('is locked on return from the background', async () => {
    await user.lookAway(lockAfterMs + 1000);

    await page.waitForURL(/\/unlock/);
    await user.heading('Locked').waitFor();
    expect(await user.heading('Locked').isVisible()).toBe(true);
  });

  it('keeps neither token nor passcode readable on disk while it is locked', async () => {
    await page.evaluate(storeInPlainText, canary);
    await browser.close();

    expectKept();
    expect(findSecret(profile, token)).toEqual([]);
    expect(findSecret(profile, passcode)).toEqual([]);
    expect(findSecret(profile, backend.account.password)).toEqual([]);
  });

  it('is still locked, with its session, after a restart of the browser', async () => {
    await open();

    await page.waitForURL(/\/unlock/);
    await user.heading('Locked').waitFor();
    expect(await user.heading('Locked').isVisible()).toBe(true);
  });

  it('says so when the passcode is wrong', async () => {
    await user.button('Unlock').click();
    await user.answerPasscode(wrongPasscode);

    await user.text(/wrong|not right|incorrect/i).waitFor();
    expect(page.url()).toContain('/unlock');
  });

  it('unlocks with the passcode, and has the same session', async () => {
    if (!(await user.passcodeDialog().isVisible())) {
      await user.button('Unlock').click();
    }
    const profileRequest = page.waitForRequest(isProfileRead);
    await user.answerPasscode(passcode);

    await user.text('Ada Lovelace').waitFor();
    expect((await (await profileRequest).allHeaders())['authorization']).toBe(`Bearer ${token}`);
  });

  it('logs out, and a reload does not bring the session back', async () => {
    await user.lookAway(lockAfterMs + 1000);
    await page.waitForURL(/\/unlock/);
    const other = user.button('Use another account');
    // The page before may still be on its way out: a hidden window draws nothing, also no transition.
    await expect.poll(() => other.count()).toBe(1);
    await other.click();
    await user.button('Sign out').click();
    await page.waitForURL(/\/login/);
    await page.goto(`${site.origin}/home`);

    await page.waitForURL(/\/login/);
    await user.heading('Sign in').waitFor();
    expect(await user.heading('Sign in').isVisible()).toBe(true);
  });

  it('leaves neither token nor passcode in the profile', async () => {
    await page.evaluate(storeInPlainText, canary);
    await browser.close();

    expectKept();
    for (const secret of [token, passcode, wrongPasscode, backend.account.password]) {
      expect(findSecret(profile, secret)).toEqual([]);
    }
  });

  it('ran without an uncaught error', () => {
    expect(pageErrors).toEqual([]);
  });

  const isProfileRead = (request: Request) =>
    request.url() === `${apiOrigin(app)}/profile` && request.method() === 'GET';

  /** The search finds what is there: otherwise finding nothing would mean nothing. */
  function expectKept(): void {
    const files = findSecret(profile, canary).map(({ file }) => file);
    expect(files.some((file) => file.includes('Local Storage'))).toBe(true);
    expect(files.some((file) => file.includes('IndexedDB'))).toBe(true);
  }
});
