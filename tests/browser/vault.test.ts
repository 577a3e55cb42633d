import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromium, launch } from './chromium.ts';
import { servePage, type Served } from './serve-page.ts';

const ADA = `{ username: 'ada', token: 'token-of-ada' }`;
const PASSCODE = 'correct horse';
const SCREENSHOTS = mkdtempSync(join(tmpdir(), 'vault-screenshots-'));

describe.skipIf(!chromium)('the vault in Chromium', () => {
  let browser: Browser;
  let server: Served;
  let context: BrowserContext;
  let page: Page;

  const open = async (query = '') => {
    const opened = await context.newPage();
    await opened.goto(`http://127.0.0.1:${server.port}/${query}`);
    await opened.waitForFunction('window.identity');
    return opened;
  };
  /** Starts a call that waits for the person, and gives what became of it. */
  const start = (call: string, on = page) => on.evaluate<string>(`outcome(${call})`);
  const dialog = (on = page) => on.getByRole('dialog');
  const login = async () => {
    const done = start(`identity.login(${ADA})`);
    await page.getByLabel('New passcode').fill(PASSCODE);
    await page.getByLabel('Repeat passcode').fill(PASSCODE);
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await done).toBe('undefined');
  };
  const unlock = async (on: Page) => {
    const done = start('identity.unlock()', on);
    await on.getByLabel('Passcode', { exact: true }).fill(PASSCODE);
    await on.keyboard.press('Enter');
    expect(await done).toBe('undefined');
  };

  beforeAll(async () => {
    server = await servePage();
    browser = await launch(['--host-resolver-rules=MAP insecure.test 127.0.0.1']);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 390, height: 640 } });
    page = await open();
  });
  afterEach(() => context.close());

  it('sets a passcode, locks, unlocks and cancels by the keyboard alone', async () => {
    await page.locator('#own').focus();
    const loggedIn = start(`identity.login(${ADA})`);
    await dialog().waitFor();
    expect(await dialog().getAttribute('aria-labelledby')).toBe('title');
    await page.getByRole('heading', { name: 'Choose a passcode' }).waitFor();

    await page.keyboard.type('short');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Use at least 8 characters.' }).waitFor();
    await page.keyboard.type(PASSCODE);
    await page.keyboard.press('Tab');
    await page.keyboard.type('correct house');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'The two passcodes differ.' }).waitFor();
    await page.keyboard.type(PASSCODE);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSCODE);
    await page.keyboard.press('Enter');
    expect(await loggedIn).toBe('undefined');
    expect(await page.evaluate('document.activeElement.id')).toBe('own');

    await page.evaluate('identity.lockOut()');
    const cancelled = start('identity.unlock()');
    await dialog().waitFor();
    await page.keyboard.press('Escape');
    expect(await cancelled).toBe('UserCanceledInteraction');

    const unlocked = start('identity.restoreSession()');
    await dialog().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Enter your passcode.' }).waitFor();
    await page.keyboard.type('wrong passcode');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Wrong passcode.' }).waitFor();
    await page.keyboard.type(PASSCODE);
    await page.keyboard.press('Enter');
    expect(JSON.parse(await unlocked)).toEqual({ username: 'ada', token: 'token-of-ada' });
    expect(await page.locator('[data-identity-vault]').count()).toBe(0);
  });

  it('looks as it should under a policy with a nonce and trusted types', async () => {
    const violations: string[] = [];
    const policy = "default-src 'self'; style-src 'nonce-of-today'; require-trusted-types-for 'script'";
    const strict = await open(`?policy=${encodeURIComponent(policy)}`);
    strict.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text());
    });
    const done = start(`identity.login(${ADA})`, strict);
    await dialog(strict).waitFor();

    const styleOf = (selector: string, property: string) =>
      strict.evaluate(`
        getComputedStyle(document.querySelector('[data-identity-vault]').shadowRoot.querySelector('${selector}')).${property}`);
    expect(await styleOf('dialog', 'borderRadius')).toBe('12px');
    expect(await styleOf('input', 'minHeight')).toBe('44px');
    await strict.getByLabel('New passcode').fill(PASSCODE);
    await strict.getByLabel('Repeat passcode').fill(PASSCODE);
    await strict.keyboard.press('Enter');
    expect(await done).toBe('undefined');
    await strict.evaluate(`setVisibility('hidden')`);
    const cover = `getComputedStyle(document.querySelector('[data-identity-vault=cover]')).position`;
    expect(await strict.evaluate(cover)).toBe('fixed');
    expect(violations).toEqual([]);
  });

  it('cancelling the passcode at login stores nothing', async () => {
    const done = start(`identity.login(${ADA})`);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await done).toBe('MissingPasscode');
    expect(await page.evaluate('stored()')).toEqual([]);
  });

  it('shares one dialog between unlocks asked for at once', async () => {
    await login();
    await page.evaluate('identity.lockOut()');
    const all = start('Promise.all([identity.unlock(), identity.restoreSession(), identity.unlock()])');
    await dialog().waitFor();
    expect(await dialog().count()).toBe(1);
    await page.keyboard.type(PASSCODE);
    await page.keyboard.press('Enter');
    await all;
    expect(await page.evaluate('identity.hooks.filter((hook) => hook === "unlocked").length')).toBe(1);
  });

  it.each([
    ['no store', []],
    ['the store of the keys only', ['keys']],
    ['the store of the vaults only', ['vaults']],
  ])('recovers from a database that was left with %s', async (_what, stores) => {
    await login();
    await page.evaluate(`leaveDatabase(${JSON.stringify(stores)})`);
    await page.reload();
    await page.waitForFunction('window.identity');
    expect(await start('identity.logout()')).toBe('undefined');
    await login();
    await page.evaluate('identity.lockOut()');
    await unlock(page);
    expect(await start('identity.getSession()')).toContain('token-of-ada');
  });

  it('survives a reload, locked', async () => {
    await login();
    await page.reload();
    await page.waitForFunction('window.identity');
    expect(await start('identity.hasStoredSession()')).toBe('true');
    expect(await start('identity.getVault().then((vault) => vault.isLocked())')).toBe('true');
    expect(await start('identity.getSession()')).toBe('undefined');
    await unlock(page);
    expect(JSON.parse(await start('identity.getSession()'))).toMatchObject({ token: 'token-of-ada' });
  });

  it('SecureStorage survives a reload without a prompt', async () => {
    page = await open('?mode=SecureStorage');
    expect(await start(`identity.login(${ADA})`)).toBe('undefined');
    await page.reload();
    await page.waitForFunction('window.identity');
    expect(JSON.parse(await start('identity.restoreSession()'))).toMatchObject({ token: 'token-of-ada' });
  });

  it('lockOut and logout lock the other tab', async () => {
    await login();
    const other = await open();
    await unlock(other);

    await page.evaluate('identity.lockOut()');
    await other.waitForFunction('identity.hooks.includes("locked saved=true timeout=false")');
    expect(await start('identity.getSession()', other)).toBe('undefined');
    expect(await other.evaluate('identity.token')).toBeUndefined();

    await unlock(other);
    await page.evaluate('identity.logout()');
    await other.waitForFunction('identity.hooks.filter((hook) => hook.startsWith("locked")).length === 2');
    expect(await start('identity.hasStoredSession()', other)).toBe('false');
  });

  it('keeps only a key that script can not export, and no readable token or passcode', async () => {
    await login();
    const seen = await page.evaluate<Record<string, unknown>>(`(async () => {
      const records = await stored();
      const keys = records.filter((record) => record instanceof CryptoKey);
      const exportOf = (key) => crypto.subtle.exportKey('raw', key).then(() => 'exported', (error) => error.name);
      const bytes = records.filter((record) => !(record instanceof CryptoKey)).flatMap((record) => Object.values(record));
      return {
        extractable: keys.map((key) => key.extractable),
        exported: await Promise.all(keys.map(exportOf)),
        parts: bytes.length,
        readable: bytes.map((value) => new TextDecoder().decode(value)).join() + JSON.stringify({ ...localStorage, ...sessionStorage }),
      };
    })()`);
    // The key of the passcode's slot, and the one of the anchor.
    expect(seen).toMatchObject({
      extractable: [false, false],
      exported: ['InvalidAccessError', 'InvalidAccessError'],
      parts: 2,
    });
    expect(seen['readable']).not.toMatch(/token-of-ada|correct horse|ada/);
  });

  it('covers the hidden page, and locks after the time in the background', async () => {
    page = await open('?lockAfter=800');
    await login();

    // At once: the time runs meanwhile.
    const covers = `document.querySelectorAll('[data-identity-vault=cover]').length`;
    const awayBriefly = `setVisibility('hidden'); const covers = ${covers}; setVisibility('visible'); return covers;`;
    expect(await page.evaluate(`(() => { ${awayBriefly} })()`)).toBe(1);
    await page.waitForFunction('!document.querySelector("[data-identity-vault=cover]")');
    expect(await start('identity.getSession()')).toContain('token-of-ada');

    await page.evaluate('setVisibility("hidden")');
    await page.waitForTimeout(900);
    await page.evaluate('setVisibility("visible")');
    await page.waitForFunction('!document.querySelector("[data-identity-vault=cover]")');
    expect(await page.evaluate('identity.hooks.at(-1)')).toBe('locked saved=true timeout=true');
    expect(await start('identity.getSession()')).toBe('undefined');
  });

  it('covers open dialogs of the app too', async () => {
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<dialog id="secret">A secret</dialog>')`);
    await page.evaluate('document.querySelector("#secret").showModal()');
    await start('identity.ready()');
    await page.evaluate('setVisibility("hidden")');
    const withDialog = await page.screenshot();
    await page.evaluate('document.querySelector("#secret").remove()');
    expect(withDialog.equals(await page.screenshot())).toBe(true);
    await page.evaluate('setVisibility("visible")');
    await page.waitForFunction('!document.querySelector("[data-identity-vault=cover]")');
    expect(withDialog.equals(await page.screenshot())).toBe(false);
  });

  it('refuses an insecure context', async () => {
    await page.goto(`http://insecure.test:${server.port}/`);
    await page.waitForFunction('window.identity && identity.hooks.length > 0');
    expect(await page.evaluate('identity.hooks')).toEqual(['setup error InsecureContext']);
    expect(await start(`identity.login(${ADA})`)).toBe('InsecureContext');
  });

  it.each(['light', 'dark'] as const)('looks right: %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const done = start(`identity.login(${ADA})`);
    await dialog().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Use at least' }).waitFor();
    const path = join(SCREENSHOTS, `passcode-dialog-${colorScheme}.png`);
    expect((await page.screenshot({ path })).length).toBeGreaterThan(1000);
    const background = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('[data-identity-vault]').shadowRoot.querySelector('dialog')).backgroundColor`,
    );
    expect(background).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(18, 18, 18)');
    await page.keyboard.press('Escape');
    await done;
  });
});
