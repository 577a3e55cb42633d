import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { referenceApp } from './app.ts';
import { startBrowser, type Browser } from './browser.ts';
import { expectGood } from './good-page.ts';
import { changesOnScreen, keepTitles, keptTitles, transitionOf } from './in-page.mjs';
import { startServers, type Servers } from './servers.ts';
import { tellInOrder } from './story.ts';
import { User } from './user.ts';
import { Walk } from './walk.ts';

const passcode = 'quiet-otter-4711';

/** The tour that `npm run demo` prints, walked. `E2E_DIR` keeps the pictures (walk/) for a person to look at. */
describe.each(['light', 'dark'] as const)('the reference app, %s', (colorScheme) => {
  let backend: Servers['backend'];
  let stranger: Servers['stranger'];
  let browser: Browser;
  let page: Page;
  let user: User;
  let walk: Walk;
  const pageErrors: string[] = [];
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    const servers = await startServers(await referenceApp());
    started.push(servers);
    ({ backend, stranger } = servers);
    const profile = join(inject('e2eFolder'), `profile-reference-${colorScheme}-${process.pid}`);
    mkdirSync(profile, { recursive: true });
    browser = await startBrowser(profile);
    started.push(browser);
    page = browser.context.pages()[0]!;
    user = new User(page);
    walk = new Walk(page, join(inject('e2eFolder'), 'walk', colorScheme));
    page.on('pageerror', (error) => pageErrors.push(error.message));
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 780 });
    await page.goto(servers.site.origin);
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });

  tellInOrder();

  async function expectGoodPage(name: string, caption?: string): Promise<void> {
    await walk.take(name, caption);
    await expectGood(page, name);
  }
  const happened = (words: string | RegExp) => page.locator('.entries li').filter({ hasText: words }).first();
  const unlocked = () => user.heading('Unlocked').waitFor();
  async function unlock(code: string): Promise<void> {
    await user.button('Unlock').click();
    await user.answerPasscode(code);
  }
  async function choose(mode: string): Promise<void> {
    await page.locator('ion-radio').filter({ hasText: mode }).click();
    await page.locator('.sections[aria-busy=false]').waitFor();
  }

  it('1, 2: signs in, and asks for a passcode', async () => {
    await user.heading('Sign in').waitFor();
    await expectGoodPage('sign-in', 'Sign in, at your own server.');
    await user.signIn(backend.account);
    await user.passcodeDialog().waitFor();
    await expectGoodPage('passcode', 'Choose a passcode for this app.');
    await user.answerPasscode(passcode);
    await unlocked();
    await user.text(/^[45]:\d\d$/).waitFor();
    await expectGoodPage('unlocked', 'The token is in the vault.');
    expect(await page.getByText(`${backend.account.username}@example.com`).count()).toBe(1);
  });

  it('2: counts down to each lock, and doesn’t have a screen reader say every second', async () => {
    const clock = (words: string) => user.text(new RegExp(`${words} ${String.raw`\d+:\d\d`}`));
    await clock('takes the token for another').waitFor();
    await clock('Untouched, it locks in').waitFor();
    await clock('In use or not, it locks in').waitFor();
    const { ticks, said } = await page.evaluate(changesOnScreen, 3000);
    expect(ticks).toBeGreaterThan(3);
    expect(said).toBe(0);

    await page.mouse.click(5, 300);
    await user.text(/Untouched, it locks in (2:00|1:5\d)/).waitFor();
    expect(await page.evaluate(transitionOf, '.left')).toBe('0s');
    await page.emulateMedia({ colorScheme, reducedMotion: 'no-preference' });
    expect(await page.evaluate(transitionOf, '.left')).toBe('1s');
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  });

  it('3: gives the token to its server, and to no other', async () => {
    await user.button('Ask your server').click();
    await happened('Your server got the request with the token.').waitFor();
    await user.button('Ask a foreign server').click();
    await happened('A foreign server got the request without the token.').waitFor();
    await happened('Your server').scrollIntoViewIfNeeded();
    await expectGoodPage('requests', 'Your server gets the token. No other does.');

    expect(stranger.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('4, 5: locks while nobody looks, and counts the attempts', async () => {
    await page.evaluate(keepTitles);
    await user.lookAwayUntil(() => expect.poll(() => page.title()).toMatch(/^Unlock/));
    expect(await page.evaluate(keptTitles)).toContainEqual(expect.stringMatching(/^Locks in 0:0[1-4] · Your vault$/));
    await user.heading('Locked').waitFor();
    await expectGoodPage('locked', 'Out of sight for 5 seconds: locked.');
    await unlock('loud-otter-1174');
    await user.text(/4/).waitFor();
    await expectGoodPage('attempts', 'Wrong passcodes are counted.');
    await user.answerPasscode(passcode);
    await unlocked();
    await happened('Unlocked.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/home');
  });

  it('6: is locked by a button, and by a reload', async () => {
    await user.button('Lock now').click();
    await user.heading('Locked').waitFor();
    await unlock(passcode);
    await unlocked();
    await page.reload();
    await user.heading('Locked').waitFor();
    await unlock(passcode);
    await unlocked();
    expect(new URL(page.url()).pathname).toBe('/home');
  });

  it('tries biometrics with a virtual passkey', async () => {
    await user.button('Try biometrics with a virtual passkey').click();
    await happened('It protects nothing.').waitFor();
    await page.locator('ion-radio').filter({ hasText: 'No second way in' }).click();
    await user.button('It is me').waitFor();
    await expectGoodPage('virtual-passkey', 'Biometrics, where there are some.');
    await user.button('It is me').click();
    await happened('Protected by: Biometrics.').waitFor();
    await user.button('Lock now').click();
    await user.heading('Locked').waitFor();

    await user.button('Unlock').click();
    await user.button('Cancel').click();
    expect(await user.heading('Locked').isVisible()).toBe(true);
    await user.button('Unlock').click();
    await user.button('It is me').click();
    await unlocked();
  });

  it('7: stays open where it asks for nothing, and says what that costs', async () => {
    await choose('Encrypted, never locked');
    await user.text('Whoever uses this device can open it: it asks for nothing.').waitFor();
    await expectGoodPage('never-locked', 'Change how it is opened at any time.');
    await page.reload();
    await unlocked();
  });

  it('8: stores nothing where it is in memory', async () => {
    await choose('In memory');
    await user.text('Nothing is stored: a lock or a reload ends the session.').waitFor();
    await user.button('Lock now').click();
    await user.heading('Sign in').waitFor();
    expect(new URL(page.url()).pathname).toBe('/login');
  });

  it('9: signs out', async () => {
    await user.signIn(backend.account);
    await user.answerPasscode(passcode);
    await user.button('It is me').click();
    await unlocked();
    await user.button('Sign out').click();
    await user.heading('Sign in').waitFor();
    await page.reload();
    await user.heading('Sign in').waitFor();
    expect(pageErrors).toEqual([]);
  });

  it('is shown in the documents as it is', () => {
    walk.expectPictures('walk-through', { isMade: colorScheme === 'light' && env['UPDATE'] === '1' });
  });
});
