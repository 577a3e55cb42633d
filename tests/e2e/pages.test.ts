import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startBackend } from '../../examples/backend/start-backend.mjs';
import { serveFolder } from '../../scripts/lib/serve-folder.mjs';
import { builtApp, customPasscodeApp } from './app.ts';
import { startBrowser, type Browser } from './browser.ts';
import { accessibilityViolations, horizontalOverflow, spoil } from './in-page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const passcode = 'quiet-otter-4711';

/** `E2E_DIR` keeps the pictures (screenshots/) for a person to look at. */
describe.each(['light', 'dark'] as const)('the generated pages, %s', (colorScheme) => {
  let site: Awaited<ReturnType<typeof serveFolder>>;
  let backend: Awaited<ReturnType<typeof startBackend>>;
  let browser: Browser;
  let page: Page;
  let screenshots: string;
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    const app = await customPasscodeApp();
    site = await serveFolder(await builtApp(app), 0);
    backend = await startBackend({ port: app.apiPort, appOrigin: site.origin });
    screenshots = join(inject('e2eFolder'), 'screenshots');
    const profile = join(inject('e2eFolder'), `profile-${colorScheme}-${process.pid}`);
    for (const folder of [screenshots, profile]) mkdirSync(folder, { recursive: true });
    browser = await startBrowser(profile);
    started.push(site, backend, browser);
    page = browser.context.pages()[0]!;
    page.setDefaultTimeout(15_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(site.origin);
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });

  // Each page is reached from the one before it.
  let isBroken = false;
  beforeEach(({ onTestFailed, skip }) => {
    skip(isBroken, 'an earlier page could not be judged');
    onTestFailed(() => void (isBroken = true));
  });

  async function expectGoodPage(name: string): Promise<void> {
    const path = join(screenshots, `${name}-${colorScheme}.png`);
    await page.waitForTimeout(500);
    await page.screenshot({ path });
    await page.evaluate(axe);

    expect(await page.evaluate(accessibilityViolations), name).toEqual([]);
    expect(await page.evaluate(horizontalOverflow), name).toBe(0);
    expect(existsSync(path) && statSync(path).size > 2000).toBe(true);
  }
  const modal = () => page.locator('ion-modal').filter({ hasText: 'Passcode' });

  it('login, empty', async () => {
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await expectGoodPage('login');
  });

  it('login, with its errors', async () => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Enter your password.').waitFor();
    await expectGoodPage('login-errors');
  });

  it('choosing a passcode', async () => {
    await page.getByLabel('User name').fill(backend.account.username);
    await page.getByLabel('Password').fill(backend.account.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await modal().getByLabel('New passcode').waitFor();
    await expectGoodPage('passcode-new');
  });

  it('unlock', async () => {
    await modal().getByLabel('New passcode').fill(passcode);
    await modal().getByLabel('Repeat the passcode').fill(passcode);
    await modal().getByRole('button', { name: 'Set passcode' }).click();
    await page.waitForURL(/\/home/);
    await page.reload();
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await expectGoodPage('unlock');
  });

  it('entering the passcode', async () => {
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await modal().getByRole('textbox', { name: 'Passcode', exact: true }).waitFor();
    await expectGoodPage('passcode');
  });

  it('unlocks with what was entered', async () => {
    await modal().getByRole('textbox', { name: 'Passcode', exact: true }).fill(passcode);
    await modal().getByRole('button', { name: 'Unlock' }).click();
    await page.waitForURL(/\/home/);

    await page.getByText('Ada Lovelace').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/home');
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
