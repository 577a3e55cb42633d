import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDemoAccount } from '../../examples/backend/accounts.mjs';
import { createProviderTokens } from '../../examples/backend/provider-tokens.mjs';
import { startProvider } from '../../examples/backend/start-provider.mjs';
import { apiOrigin, issuerOf, referenceAppWithProvider } from './app.ts';
import { startBrowser, type Browser } from './browser.ts';
import { findSecret } from './find-secrets.ts';
import { expectGood } from './good-page.ts';
import { storeInPlainText, webStorage } from './in-page.mjs';
import { startServers, type Servers } from './servers.ts';
import { tellInOrder } from './story.ts';
import { User } from './user.ts';
import { Walk } from './walk.ts';

const passcode = 'quiet-otter-4711';
const canary = 'canary.eyJrZXB0IjoiaW4gcGxhaW4gdGV4dCJ9.q8Zt3vN1xWc7uRf5pLb2';

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
}

/** The tour that `npm run demo -- --auth oidc` prints, walked against the same provider. `E2E_DIR` keeps the pictures. */
describe('the reference app with a provider', () => {
  let issuer: string;
  let servers: Servers;
  let profile: string;
  let browser: Browser;
  let page: Page;
  let user: User;
  let walk: Walk;
  const account = createDemoAccount();
  /** Each answer of the token endpoint, oldest first. */
  const given: Promise<Tokens>[] = [];
  /** How often it was asked, also in vain. */
  let asked = 0;
  const pageErrors: string[] = [];
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    const app = await referenceAppWithProvider();
    issuer = issuerOf(app);
    const verifier = createProviderTokens({ issuer, audience: apiOrigin(app) });
    servers = await startServers(app, { account, verifier });
    started.push(servers);
    const { origin: appOrigin } = servers.site;
    // Longer than in the demo: on a busy machine, too, no token is renewed but by the button.
    const options = { port: app.providerPort, appOrigin, apiOrigin: apiOrigin(app), account };
    started.push(await startProvider({ ...options, tokenLifetimeSeconds: 600 }));
    profile = join(inject('e2eFolder'), 'profile-reference-oidc');
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(profile);
    browser = await startBrowser(profile);
    started.push(browser);
    page = browser.context.pages()[0]!;
    user = new User(page);
    walk = new Walk(page, join(inject('e2eFolder'), 'walk', 'oidc'));
    page.on('pageerror', (error) => pageErrors.push(error.message));
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url() === `${issuer}/token`) asked += 1;
    });
    page.on('response', (response) => {
      if (isTokenAnswer(response)) given.push(response.json() as Promise<Tokens>);
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 780 });
    await page.goto(appOrigin);
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });

  tellInOrder();

  const isTokenAnswer = (response: Response) =>
    response.url() === `${issuer}/token` && response.request().method() === 'POST' && response.ok();
  const claim = (name: string) => page.locator(`[data-claim=${name}]`);
  const unlocked = () => user.heading('Unlocked').waitFor();
  const happened = (words: string) => page.locator('.entries li').filter({ hasText: words }).first();

  async function expectGoodPage(name: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await walk.take(`${name}-${colorScheme}`);
      await expectGood(page, `${name}, ${colorScheme}`);
    }
  }

  /** From the app's login page to the provider's. */
  async function goToProvider(): Promise<void> {
    await user.heading('Sign in').waitFor();
    await user.button('Sign in').click();
    await page.waitForURL(`${issuer}/interaction/*`);
  }

  it('1: leads to the provider, which asks for the password', async () => {
    await goToProvider();
    await expectGoodPage('provider-sign-in');
    await user.signIn({ ...account, password: 'not the password' });
    await user.text('The user name or the password is wrong.').waitFor();
    await expectGoodPage('provider-refused');

    expect(asked).toBe(0);
  });

  it('ignores answers that it did not ask for, and goes on waiting for the one it did', async () => {
    const signInAt = page.url();
    for (const forged of ['code=stolen&state=forged', 'error=access_denied&state=forged', 'error=access_denied']) {
      await page.goto(`${servers.site.origin}/auth/callback?${forged}`);
      await user.button('Sign in').waitFor();
      await expect.poll(() => page.locator('section[aria-busy=false]').count()).toBe(1);
      expect(await page.locator('.error').textContent()).toBe('');
    }
    expect(asked).toBe(0);
    await page.goto(signInAt);
  });

  it('2: comes back, and shows what the ID token says', async () => {
    await user.signIn(account);
    await user.answerPasscode(passcode);
    await unlocked();

    expect(page.url()).toBe(`${servers.site.origin}/home`);
    expect(await claim('iss').textContent()).toBe(issuer);
    expect(await claim('sub').textContent()).toBe(account.username);
    expect(await claim('aud').textContent()).toBe('notes');
    expect(await claim('name').textContent()).toBe(account.name);
    expect(await claim('exp').textContent()).toMatch(/^\d{1,2} \w{3} \d{4}, \d\d:\d\d:\d\d$/);
    await expectGoodPage('unlocked');
    await claim('exp').scrollIntoViewIfNeeded();
    await expectGoodPage('claims');
  });

  it('3: gives the token to its server, which takes it, and to no other', async () => {
    await user.button('Ask your server').click();
    await happened('Your server got the request with the token.').waitFor();
    await user.button('Ask a foreign server').click();
    await happened('A foreign server got the request without the token.').waitFor();

    expect(servers.stranger.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('4: gets new tokens on demand, with one request', async () => {
    const issued = await claim('iat').textContent();

    await user.button('Refresh now').click();
    await user.text('You have new tokens.').waitFor();

    expect(await claim('iat').textContent()).not.toBe(issued);
    expect(asked).toBe(2);
    const [first, second] = await Promise.all(given);
    // Compared here: what fails must not print them.
    expect(second?.refresh_token === first?.refresh_token).toBe(false);
    expect(second?.access_token === first?.access_token).toBe(false);
  });

  it('6, 8: is locked and unlocked, and shows no claims in between', async () => {
    await user.button('Lock now').click();
    await user.heading('Locked').waitFor();
    await expect.poll(() => claim('sub').count()).toBe(0);
    await user.button('Unlock').click();
    await user.answerPasscode(passcode);
    await unlocked();

    expect(await claim('sub').textContent()).toBe(account.username);
  });

  it('returns to the login page when an old refresh token was used by a thief', async () => {
    const { refresh_token } = (await given[0])!;
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token, client_id: 'notes' });
    const replayed = await fetch(`${issuer}/token`, { method: 'POST', body });
    const { error } = (await replayed.json()) as { error?: string };
    expect(error).toBe('invalid_grant');

    await user.button('Refresh now').click();

    await page.waitForURL(`${servers.site.origin}/login?*`);
    await user.text('Your session has ended: sign in again.').waitFor();
    expect(given).toHaveLength(2);
  });

  it('signs in without a password while the provider’s session lasts', async () => {
    await user.button('Sign in').click();
    await user.answerPasscode(passcode);
    await unlocked();

    expect(given).toHaveLength(3);
  });

  it('has no token on the page, in the storage of scripts, in an address or in the history', async () => {
    const session = await page.context().newCDPSession(page);
    const { entries } = await session.send('Page.getNavigationHistory');
    const addresses = entries.map(({ url }) => url);
    const seen = [await page.content(), await page.evaluate(webStorage), ...addresses].join('\n');

    // The forged answers are there: this test opened them. Of the provider's own no code is left.
    const withCode = addresses.filter((url) => url.includes('code='));
    expect(withCode).toEqual([expect.stringContaining('code=stolen')]);
    for (const { access_token, id_token, refresh_token } of await Promise.all(given)) {
      for (const token of [access_token, id_token, refresh_token]) expect(seen.includes(token)).toBe(false);
    }
  });

  it('9: ends the provider’s session with its own: the next sign-in asks for the password', async () => {
    await user.button('Sign out').click();
    await user.heading('Sign out?').waitFor();
    expect(page.url().startsWith(`${issuer}/session/end`)).toBe(true);
    await expectGoodPage('provider-sign-out');
    await user.button('Sign out').click();
    await page.waitForURL(`${servers.site.origin}/login`);
    await goToProvider();

    expect(await page.getByLabel('Password').isVisible()).toBe(true);
    expect(pageErrors).toEqual([]);
  });

  it('leaves no token in the profile', async () => {
    await page.goto(servers.site.origin);
    await page.evaluate(storeInPlainText, canary);
    await browser.close();

    expect(findSecret(profile, canary).length).toBeGreaterThan(0);
    for (const { access_token, id_token, refresh_token } of await Promise.all(given)) {
      for (const token of [access_token, id_token, refresh_token]) expect(findSecret(profile, token)).toEqual([]);
    }
  });
});
