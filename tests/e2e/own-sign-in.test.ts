import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBackend } from '../../examples/backend/start-backend.mjs';
import { serveFolder } from '../../scripts/lib/serve-folder.mjs';
import { builtApp } from './app.ts';
import { startBrowser } from './browser.ts';
import { ownSignInApp } from './own-sign-in-app.ts';
import { tellInOrder } from './story.ts';
import { lockAfterMs, User } from './user.ts';

const passcode = 'quiet-otter-4711';
const hour = 3_600_000;
const ada = { username: 'ada', password: 'first-engine-1843', name: 'Ada Lovelace', email: 'ada@example.com' };
const grace = { username: 'grace', password: 'first-compiler-1952', name: 'Grace Hopper', email: 'grace@example.com' };
const more = { age: 36, nicknames: [] };

/** An app that signed people in before it got a vault, told from its users' side; the steps are made as they are printed. */
describe('an app with a sign-in of its own', () => {
  let site: Awaited<ReturnType<typeof serveFolder>>;
  let page: Page;
  let user: User;
  let screenshots: string;
  let clock = 0;
  const pageErrors: string[] = [];
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    const app = await ownSignInApp();
    site = await serveFolder(await builtApp(app), 0);
    started.push(site);
    const now = () => Date.now() + clock;
    const accounts = { account: { ...ada, ...more }, others: [{ ...grace, ...more }] };
    started.push(await startBackend({ port: app.apiPort, appOrigin: site.origin, now, ...accounts }));
    const profile = join(inject('e2eFolder'), 'profile-own-sign-in');
    screenshots = join(inject('e2eFolder'), 'screenshots');
    rmSync(profile, { recursive: true, force: true });
    for (const folder of [profile, screenshots]) mkdirSync(folder, { recursive: true });
    const browser = await startBrowser(profile);
    started.push(browser);
    page = browser.context.pages()[0]!;
    page.on('pageerror', (error) => pageErrors.push(error.message));
    user = new User(page);
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });
  tellInOrder();

  const ownSession = () => page.evaluate(`localStorage.getItem('notes.session')`);
  const open = (path: string) => page.goto(`${site.origin}${path}`);
  async function picture(name: string): Promise<void> {
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(screenshots, `own-sign-in-${name}.png`) });
  }
  async function expectSignInPage(): Promise<void> {
    await page.waitForURL(/\/auth\/sign-in/);
    await user.heading('Welcome back').waitFor();
    // The page before has a button of that name, and may still be on its way out.
    await expect.poll(() => user.button('Sign in').count()).toBe(1);
  }

  it('asks somebody who was signed in before the update to sign in again, and does not freeze', async () => {
    await open('/about');
    await page.evaluate(`localStorage.setItem('notes.session', 'ada@example.com')`);
    await open('/');

    await page.waitForURL(/\/unlock/);
    await user.button('Sign in').waitFor();
    await picture('updated');
    expect(await ownSession()).toBe('ada@example.com');
  });

  it('ends the old session on the way to the sign-in page', async () => {
    await user.button('Sign in').click();

    await expectSignInPage();
    expect(await ownSession()).toBeNull();
  });

  it('signs in at the page of the app, and keeps the session in the vault', async () => {
    await user.signIn(ada);
    await user.answerPasscode(passcode);

    await user.heading(ada.name).waitFor();
    expect(new URL(page.url()).pathname).toBe('/overview');
    await picture('signed-in');
  });

  it.each(['/orders', '/chat/5', '/profile', '/settings'])(
    'stops a link to %s until the vault is open',
    async (link) => {
      await open(link);
      await page.waitForURL(/\/unlock/);
      await user.heading('Locked').waitFor();
      expect(await user.text(`Private ${link}`).count()).toBe(0);

      await user.button('Unlock').click();
      await user.answerPasscode(passcode);

      await user.heading(`Private ${link}`).waitFor();
      expect(new URL(page.url()).pathname).toBe(link);
    },
  );

  it('leaves the open page open', async () => {
    await open('/about');

    await user.heading('Notes').waitFor();
    expect(new URL(page.url()).pathname).toBe('/about');
  });

  it('offers the stored session where the app starts at its sign-in page', async () => {
    await open('/auth/sign-in');
    await page.evaluate(`localStorage.removeItem('notes.session')`);
    await open('/auth/sign-in');

    await page.waitForURL(/\/unlock/);
    await user.heading('Locked').waitFor();
    await picture('locked');
    await page.evaluate(`localStorage.setItem('notes.session', 'ada@example.com')`);
    expect(new URL(page.url()).pathname).toBe('/unlock');
  });

  it('locks in the background, and opens with the passcode', async () => {
    await open('/overview');
    await user.button('Unlock').click();
    await user.answerPasscode(passcode);
    await user.heading(ada.name).waitFor();
    await user.lookAway(lockAfterMs + 1000);

    await page.waitForURL(/\/unlock/);
    expect(await user.text(ada.name).count()).toBe(0);
    await user.button('Unlock').click();
    await user.answerPasscode(passcode);
    await user.heading(ada.name).waitFor();
  });

  it('ends both sessions when the server refuses the token', async () => {
    clock += hour;
    await user.button('Reload').click();

    await expectSignInPage();
    await picture('expired');
    expect(await ownSession()).toBeNull();
  });

  it('ends both sessions with the sign-out of the app', async () => {
    await user.signIn(ada);
    await user.answerPasscode(passcode);
    await user.heading(ada.name).waitFor();
    await user.button('Sign out').click();
    await expectSignInPage();
    expect(await ownSession()).toBeNull();

    await open('/chat/5');
    await expectSignInPage();
    expect(await user.text('Private').count()).toBe(0);
  });

  it('shows the next person what is theirs', async () => {
    await user.signIn(grace);
    await user.answerPasscode(`${passcode}-of-grace`);

    await user.heading(grace.name).waitFor();
    expect(await user.text(ada.name).count()).toBe(0);
  });

  it('goes to the sign-in page with another account', async () => {
    await open('/orders');
    await page.waitForURL(/\/unlock/);
    await user.button('Use another account').click();
    await user.button('Stay signed in').click();
    expect(await ownSession()).not.toBeNull();
    await user.button('Use another account').click();
    await user.button('Sign out').click();

    await expectSignInPage();
    expect(await ownSession()).toBeNull();
  });

  it('ran without an uncaught error', () => {
    expect(pageErrors).toEqual([]);
  });
});
