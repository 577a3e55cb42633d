import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromium, launch } from './chromium.ts';
import { servePage, type Served } from './serve-page.ts';

const PASSCODE = 'correct horse';
const ADA = `{ username: 'ada', token: 'token-of-ada' }`;
/** `SCREENSHOTS=folder` keeps the pictures, to be looked at. */
const SCREENSHOTS = process.env['SCREENSHOTS'] ?? mkdtempSync(join(tmpdir(), 'passcode-prompt-'));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const ERASED = 'your data in this app is erased';

/** What the shown dialog looks like, where a picture alone would say it. */
interface Shown {
  readonly direction: string;
  readonly errorBottom: number;
  readonly dialogBottom: number;
  readonly submitLeft: number;
  readonly submitTop: number;
  readonly cancelLeft: number;
  readonly cancelTop: number;
  readonly submitBackground: string;
  readonly cancelBackground: string;
  /** The style of each button's border. */
  readonly borders: readonly string[];
}

const SHOWN = `(() => {
  const root = document.querySelector('[data-identity-vault]').shadowRoot;
  const [dialog, error, submit, cancel] = ['dialog', '#error', 'button[type=submit]', '.cancel'].map((one) => root.querySelector(one));
  const box = (one) => one.getBoundingClientRect();
  return {
    direction: getComputedStyle(dialog).direction,
    errorBottom: box(error).bottom, dialogBottom: box(dialog).bottom,
    submitLeft: box(submit).left, submitTop: box(submit).top, cancelLeft: box(cancel).left, cancelTop: box(cancel).top,
    submitBackground: getComputedStyle(submit).backgroundColor, cancelBackground: getComputedStyle(cancel).backgroundColor,
    borders: [...root.querySelectorAll('button')].map((one) => getComputedStyle(one).borderTopStyle),
  };
})()`;

describe.skipIf(!chromium)('the built-in passcode prompt', () => {
  let browser: Browser;
  let server: Served;
  let context: BrowserContext;
  let page: Page;

  const open = async (query = '') => {
    await page.goto(`http://127.0.0.1:${server.port}/${query}`);
    await page.waitForFunction('window.identity');
    await page.evaluate('quickPasscodes()');
  };
  /** Starts a call that waits for the person. */
  const start = (call: string) => page.evaluate(`window.asked = outcome(${call}), undefined`);
  const outcome = () => page.evaluate<string>('window.asked');
  const dialog = () => page.getByRole('dialog');
  const alert = () => page.getByRole('alert');
  const entry = () => page.getByLabel('Passcode', { exact: true });
  const choose = async () => {
    await start(`identity.login(${ADA})`);
    await dialog().waitFor();
  };
  const storeVault = async () => {
    await choose();
    await page.getByLabel('New passcode').fill(PASSCODE);
    await page.getByLabel('Repeat passcode').fill(PASSCODE);
    await page.keyboard.press('Enter');
    expect(await outcome()).toBe('undefined');
    await page.evaluate('identity.lockOut()');
  };
  const askToUnlock = async () => {
    await start('identity.unlock()');
    await dialog().waitFor();
  };
  const enter = async (passcode: string) => {
    await entry().fill(passcode);
    await page.keyboard.press('Enter');
  };
  /** Longer than any delay that these tests come to. */
  const passDelay = () => page.evaluate('passTime(40_000)');
  const fail = async (times: number) => {
    await askToUnlock();
    for (let attempt = 0; attempt < times; attempt += 1) {
      await passDelay();
      await enter('wrong passcode');
      await alert().filter({ hasText: 'Wrong passcode.' }).waitFor();
    }
    await page.keyboard.press('Escape');
    expect(await outcome()).toBe('UserCanceledInteraction');
  };
  const violations = async () => {
    await page.evaluate(await readFile(AXE, 'utf8'));
    return page.evaluate<
      string[]
    >(`axe.run({ include: [['[data-identity-vault]']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`);
  };

  beforeAll(async () => {
    server = await servePage();
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 390, height: 640 } });
    page = await context.newPage();
    await open();
  });
  afterEach(() => context.close());

  describe('for a new passcode', () => {
    it('says the rules before anything is typed, and ties them to the field', async () => {
      await choose();
      await page.getByText('At least 8 characters. No simple pattern, no common password.').waitFor();
      const described = await page.getByLabel('New passcode').getAttribute('aria-describedby');
      expect(described?.split(' ')).toContain('rules');
    });

    it.each([
      ['12345678', 'Too easy to guess: it is a simple sequence.'],
      ['11111111', 'Too easy to guess: it repeats itself.'],
      ['Password1', 'Too easy to guess: it is one of the most used passwords.'],
      ['1234567', 'Use at least 8 characters.'],
    ])('refuses %s: %s', async (passcode, reason) => {
      await choose();
      await page.getByLabel('New passcode').fill(passcode);
      await page.getByLabel('Repeat passcode').fill(passcode);
      await page.keyboard.press('Enter');
      await alert().filter({ hasText: reason }).waitFor();
      expect(await page.evaluate('stored()')).toEqual([]);
    });

    it('shows what is typed in both fields by one button, and hides it again', async () => {
      await choose();
      const types = () =>
        page.locator('input').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('type')));
      const show = page.getByRole('button', { name: 'Show passcode' });
      expect(await show.count()).toBe(1);
      await show.click();
      expect([await types(), await show.getAttribute('aria-pressed')]).toEqual([['text', 'text'], 'true']);
      await show.click();
      expect([await types(), await show.getAttribute('aria-pressed')]).toEqual([['password', 'password'], 'false']);
    });
  });

  describe('before attempts run out', () => {
    it('announces the erasure twice, and says after each failure how many attempts are left', async () => {
      await storeVault();
      await askToUnlock();
      expect(await page.locator('#note').textContent()).toBe('');
      for (const expected of [
        'Wrong passcode. Attempts left: 4',
        'Wrong passcode. Attempts left: 3',
        `Wrong passcode. After two more wrong passcodes, ${ERASED}`,
        `Wrong passcode. This is the last attempt. After a wrong passcode, ${ERASED}`,
      ]) {
        await passDelay();
        await enter('wrong passcode');
        await alert().filter({ hasText: expected }).waitFor();
      }
      await passDelay();
      await enter('wrong passcode');
      expect(await outcome()).toBe('TooManyFailedAttempts');
      await start('identity.hasStoredSession()');
      expect(await outcome()).toBe('false');
    });

    it('still says so when it is asked again after a reload', async () => {
      await storeVault();
      await fail(4);
      await page.reload();
      await page.waitForFunction('window.identity');
      await askToUnlock();
      await page.locator('#note').filter({ hasText: 'This is the last attempt.' }).waitFor();
      await alert().filter({ hasText: 'This is the last attempt.' }).waitFor();
    });

    it('says nothing of an erasure where there is none', async () => {
      await open('?wipe=false');
      await storeVault();
      await fail(4);
      await askToUnlock();
      await enter('wrong passcode');
      await alert().filter({ hasText: 'Too many attempts.' }).waitFor();
      expect(await page.locator('#note').textContent()).toBe('');
    });
  });

  it('counts a delay down, takes nothing meanwhile, and says when it is over', async () => {
    await storeVault();
    // Half a minute: also a slow machine sees some of it.
    await fail(4);
    await askToUnlock();
    await enter(PASSCODE);
    const error = page.locator('#error');
    const seen = new Set<string>();
    await alert().filter({ hasText: 'Too many attempts. Try again in' }).waitFor();
    const announced = await alert().textContent();
    const submit = page.getByRole('button', { name: 'Unlock' });
    expect(await submit.getAttribute('aria-disabled')).toBe('true');
    await enter('meanwhile');
    let isShortened = false;
    while ((await error.textContent()) !== 'You can try again now.') {
      seen.add((await error.textContent()) ?? '');
      if (seen.size > 2 && !isShortened) {
        isShortened = true;
        await page.evaluate('passOnBothClocks(22_000)');
      }
      const said = await alert().textContent();
      // Read after it: the delay may end between the two.
      if ((await submit.getAttribute('aria-disabled')) === 'true') expect(said).toContain('Try again in');
      await page.waitForTimeout(100);
    }
    expect(seen.size).toBeGreaterThan(2);
    expect(announced).toContain('This is the last attempt.');
    await alert().filter({ hasText: 'You can try again now.' }).waitFor();
    expect(await submit.getAttribute('aria-disabled')).toBeNull();
    await enter(PASSCODE);
    expect(await outcome()).toBe('undefined');
  });

  describe('the focus', () => {
    const focused = () => page.evaluate('document.activeElement.id');

    it('comes back to a button that was disabled while the prompt was shown', async () => {
      await storeVault();
      await page.locator('#own').focus();
      await page.evaluate(`{
        const own = document.querySelector('#own');
        own.disabled = true;
        void outcome(identity.unlock()).then(() => setTimeout(() => { own.disabled = false; }, 100));
      }`);
      await dialog().waitFor();
      await page.keyboard.press('Escape');
      await page.waitForFunction('!document.querySelector("#own").disabled');
      await page.waitForFunction('document.activeElement.id === "own"');
    });

    it('comes back to a button that has lost it before the prompt was shown', async () => {
      await storeVault();
      await page.locator('#own').focus();
      await page.evaluate(`{
        const own = document.querySelector('#own');
        own.disabled = true;
      }`);
      await page.waitForFunction('document.activeElement === document.body');
      await page.evaluate(`{
        const own = document.querySelector('#own');
        void outcome(identity.unlock()).then(() => { own.disabled = false; });
      }`);
      await dialog().waitFor();
      await page.keyboard.press('Escape');
      await page.waitForFunction('document.activeElement.id === "own"');
    });

    it('is not taken from what the app has given it to meanwhile', async () => {
      await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<button id="other">Other</button>')`);
      await storeVault();
      await page.locator('#own').focus();
      await page.evaluate(`{
        const own = document.querySelector('#own');
        own.disabled = true;
        void outcome(identity.unlock()).then(() => { document.querySelector('#other').focus(); own.disabled = false; });
      }`);
      await dialog().waitFor();
      await page.keyboard.press('Escape');
      await page.waitForFunction('!document.querySelector("#own").disabled');
      await page.waitForTimeout(100);
      expect(await focused()).toBe('other');
    });

    it('goes round in the dialog by the keyboard alone', async () => {
      await storeVault();
      await askToUnlock();
      const names: string[] = [];
      for (let step = 0; step < 4; step += 1) {
        names.push(
          await page.evaluate(`(() => {
            const { activeElement } = document.querySelector('[data-identity-vault]').shadowRoot;
            return activeElement?.id || activeElement?.getAttribute('aria-label') || activeElement?.textContent;
          })()`),
        );
        await page.keyboard.press('Tab');
      }
      expect(names).toEqual(['entry-0', 'Show passcode', 'Cancel', 'Unlock']);
    });
  });

  describe('in other languages', () => {
    it('speaks the page’s', async () => {
      await page.evaluate(`document.documentElement.lang = 'de'`);
      await choose();
      await page.getByRole('heading', { name: 'Code festlegen' }).waitFor();
      expect(await dialog().getAttribute('lang')).toBe('de');
    });

    it('takes the app’s own texts, and runs from right to left', async () => {
      const prompt = { language: 'ar', texts: { chooseTitle: 'اختر رمز المرور', cancel: 'إلغاء' } };
      await open(`?prompt=${encodeURIComponent(JSON.stringify(prompt))}`);
      await choose();
      await page.getByRole('heading', { name: 'اختر رمز المرور' }).waitFor();
      expect(await dialog().getAttribute('dir')).toBe('rtl');
      const input = await page.getByLabel('Repeat passcode').boundingBox();
      const show = await page.getByRole('button', { name: 'Show passcode' }).boundingBox();
      expect(show?.x).toBe(input?.x);
    });
  });

  const THEME = `
    :root { --ion-background-color: #fffbf2; --ion-text-color: #23180a; --ion-color-primary: #7a2e00; --ion-color-primary-contrast: #fff;
      --ion-color-danger: #c5000f; --ion-font-family: Georgia, serif; }
    @media (prefers-color-scheme: dark) { :root { --ion-background-color: #1c1408; --ion-text-color: #fdf3e2; --ion-color-primary: #ffb68c;
      --ion-color-primary-contrast: #3a1500; --ion-color-danger: #ff8a80; } }`;
  const looks = [
    ...['plain', 'ios', 'md'].flatMap((mode) =>
      (['light', 'dark'] as const).map((scheme) => ({ mode, scheme, variant: 'normal' })),
    ),
    ...['forced', '200%', '320px', 'rtl'].flatMap((variant) => [
      { mode: 'ios', scheme: 'light' as const, variant },
      { mode: 'md', scheme: 'dark' as const, variant },
    ]),
  ];

  it.each(looks)('looks right: $mode, $scheme, $variant', async ({ mode, scheme, variant }) => {
    const prompt =
      variant === 'rtl'
        ? { language: 'ar', texts: { unlockTitle: 'أدخل رمز المرور', unlock: 'فتح', cancel: 'إلغاء' } }
        : {};
    await open(`?prompt=${encodeURIComponent(JSON.stringify(prompt))}`);
    await page.emulateMedia({ colorScheme: scheme, forcedColors: variant === 'forced' ? 'active' : 'none' });
    if (variant === '320px') await page.setViewportSize({ width: 320, height: 568 });
    if (variant === '200%') await page.addStyleTag({ content: 'html { font-size: 200%; }' });
    if (mode !== 'plain') {
      await page.addStyleTag({ content: THEME });
      await page.evaluate(`document.documentElement.setAttribute('mode', '${mode}')`);
    }
    await choose();
    await page.getByLabel('New passcode').fill('12345678');
    await page.keyboard.press('Enter');
    await alert().filter({ hasText: 'Too easy to guess' }).waitFor();
    const shown = await page.evaluate<Shown>(SHOWN);
    // With large text the dialog scrolls: what is wrong has to be read without looking for it.
    expect(shown.errorBottom).toBeLessThanOrEqual(shown.dialogBottom);
    expect(shown.direction).toBe(variant === 'rtl' ? 'rtl' : 'ltr');
    // The button that goes on is at the end of the line: on the left, from right to left.
    const isWrapped = shown.submitTop > shown.cancelTop;
    expect(isWrapped || shown.submitLeft < shown.cancelLeft === (variant === 'rtl')).toBe(true);
    // Forced colours leave out backgrounds: each button has a border, and the one that goes on its own colours.
    if (variant === 'forced') {
      expect(shown.borders).toEqual(['solid', 'solid', 'solid']);
      expect(shown.submitBackground).not.toBe(shown.cancelBackground);
    }
    await page.screenshot({ path: join(SCREENSHOTS, `choose-${mode}-${scheme}-${variant}.png`) });
    expect(await violations()).toEqual([]);
    const box = await dialog().boundingBox();
    const width = page.viewportSize()?.width ?? 0;
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
    const overflow = await dialog().evaluate((shown) => shown.scrollWidth - shown.clientWidth);
    expect(overflow).toBe(0);
    for (const target of await dialog().locator('button').all()) {
      expect((await target.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    }
  });
});
