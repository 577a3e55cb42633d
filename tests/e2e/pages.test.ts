import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { everyPageApp } from './app.ts';
import { atRest } from './at-rest.ts';
import { startBrowser, type Browser } from './browser.ts';
import { expectGood } from './good-page.ts';
import { accessibilityViolations, horizontalOverflow, spoil } from './in-page.mjs';
import { startServers, type Servers } from './servers.ts';
import { tellInOrder } from './story.ts';
import { User } from './user.ts';

const passcode = 'quiet-otter-4711';

/** `E2E_DIR` keeps the pictures (screenshots/) for a person to look at. */
describe.each(['light', 'dark'] as const)('the generated pages, %s', (colorScheme) => {
  let backend: Servers['backend'];
  let browser: Browser;
  let page: Page;
  let user: User;
  let screenshots: string;
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    const app = await everyPageApp();
    const servers = await startServers(app);
    started.push(servers);
    ({ backend } = servers);
    screenshots = join(inject('e2eFolder'), 'screenshots');
    const profile = join(inject('e2eFolder'), `profile-${colorScheme}-${process.pid}`);
    for (const folder of [screenshots, profile]) mkdirSync(folder, { recursive: true });
    browser = await startBrowser(profile);
    started.push(browser);
    page = browser.context.pages()[0]!;
    user = new User(page);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(servers.site.origin);
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });

  tellInOrder();

  async function expectGoodPage(name: string): Promise<void> {
    const path = join(screenshots, `${name}-${colorScheme}.png`);
    await atRest(page);
    await page.screenshot({ path });

    await expectGood(page, name);
    expect(existsSync(path) && statSync(path).size > 2000).toBe(true);
  }
  const modal = () => page.locator('ion-modal').filter({ hasText: 'Passcode' });
  async function enterPasscode(): Promise<void> {
    await modal().getByRole('textbox', { name: 'Passcode', exact: true }).fill(passcode);
    await modal().getByRole('button', { name: 'Unlock' }).click();
  }

  it('login, empty', async () => {
    await user.heading('Sign in').waitFor();
    await expectGoodPage('login');
  });

  it('login, with its errors', async () => {
    await user.button('Sign in').click();
    await page.getByText('Enter your password.').waitFor();
    await expectGoodPage('login-errors');
  });

  it('choosing a passcode', async () => {
    await user.signIn(backend.account);
    await modal().getByLabel('New passcode').waitFor();
    await expectGoodPage('passcode-new');
  });

  it('unlock', async () => {
    await modal().getByLabel('New passcode').fill(passcode);
    await modal().getByLabel('Repeat the passcode').fill(passcode);
    await modal().getByRole('button', { name: 'Set passcode' }).click();
    await page.waitForURL(/\/home/);
    await page.reload();
    await user.heading('Locked').waitFor();
    await expectGoodPage('unlock');
  });

  it('unlock, by keyboard, and in the person’s own colours', async () => {
    const edges = () =>
      page.evaluate(`(() => {
        const { outlineStyle, borderTopStyle } = getComputedStyle(document.activeElement.shadowRoot.querySelector('.button-native'));
        return { outlineStyle, borderTopStyle };
      })()`);
    await page.keyboard.press('Tab');
    await page.waitForFunction(`document.activeElement?.localName === 'ion-button'`);
    expect(await edges()).toEqual({ outlineStyle: 'solid', borderTopStyle: 'none' });

    await page.emulateMedia({ forcedColors: 'active' });
    expect(await edges()).toEqual({ outlineStyle: 'solid', borderTopStyle: 'solid' });
    await page.emulateMedia({ forcedColors: 'none' });
  });

  it('entering the passcode', async () => {
    await user.button('Unlock').click();
    await modal().getByRole('textbox', { name: 'Passcode', exact: true }).waitFor();
    await expectGoodPage('passcode');
  });

  it('unlocks with what was entered', async () => {
    await enterPasscode();
    await page.waitForURL(/\/home/);

    await user.text('Ada Lovelace').waitFor();
    expect(new URL(page.url()).pathname).toBe('/home');
  });

  it('account, reached behind the guard', async () => {
    await page.setViewportSize({ width: 320, height: 740 });
    await page.goto(new URL('/account', page.url()).href);
    await user.button('Unlock').click();
    await enterPasscode();
    await user.heading('Account').waitFor();
    await page.getByText('After 5 seconds in the background.').waitFor();

    expect(await page.title()).toBe('Account');
    expect(await page.getByRole('heading', { level: 1 }).and(page.locator(':visible')).allTextContents()).toEqual([
      'Account',
    ]);
    await user.text('Set up biometrics on this device first.').waitFor();
    expect(await page.getByRole('radio', { name: 'Biometrics There' }).isDisabled()).toBe(true);
    await expectGoodPage('account');
  });

  it('account, a mode that was cancelled is taken back, another one holds', async () => {
    const radio = (name: RegExp) => page.getByRole('radio', { name });
    await radio(/^In memory/).click();
    await page.getByText('It was changed.').waitFor();
    expect(await user.button('Change the passcode').count()).toBe(0);

    await radio(/^Passcode/).click();
    await modal().getByLabel('New passcode').waitFor();
    await modal().getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Nothing was changed.').waitFor();
    await page.getByRole('radio', { name: /^In memory/, checked: true }).waitFor();

    await radio(/^Passcode/).click();
    await modal().getByLabel('New passcode').fill(passcode);
    await modal().getByLabel('Repeat the passcode').fill(passcode);
    await modal().getByRole('button', { name: 'Set passcode' }).click();
    await user.button('Lock now').waitFor();
    await expectGoodPage('account-changed');
  });

  it('account, lock now, and back', async () => {
    await user.button('Lock now').click();
    await user.heading('Locked').waitFor();
    await user.button('Unlock').click();
    await enterPasscode();
    await user.heading('Account').waitFor();

    expect(new URL(page.url()).pathname).toBe('/account');
  });

  it('account, by keyboard alone', async () => {
    const focused = () =>
      page.evaluate(
        `[...document.activeElement.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim()).join('')`,
      );
    const next = async () => {
      await page.keyboard.press('Tab');
      return focused();
    };
    await page.locator('h1:visible').focus();
    expect([await next(), await next(), await next(), await next()]).toEqual([
      'Lock now',
      'Sign out',
      'Passcode',
      'Change the passcode',
    ]);

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.getByText('It was changed.').waitFor();
    expect(await focused()).toBe('In memory');
  });

  it('is judged by checks that can fail', async () => {
    await page.evaluate(spoil);

    const found = (await page.evaluate(accessibilityViolations)).join('\n');
    expect(found).toMatch(/^color-contrast: #pale/m);
    expect(found).toMatch(/^label: #nameless/m);
    expect(await page.evaluate(horizontalOverflow)).toBeGreaterThan(0);
  });

  it('can be told from the other scheme', async () => {
    const background = await page.evaluate(
      "getComputedStyle(document.querySelector('ion-app, body')).getPropertyValue('--ion-background-color').trim()",
    );

    expect(background === '' || background === '#fff').toBe(colorScheme === 'light');
  });
});
