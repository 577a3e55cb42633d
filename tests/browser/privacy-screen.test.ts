import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PrivacyScreen } from '../../native-plugin/src/web/privacy-screen.ts';
import { chromium, launch } from './chromium.ts';

declare const screenOfApp: PrivacyScreen;

/** An app with a page to unlock, and with everything that can lie over or beside it. */
const APP = `<!doctype html><html lang="en"><title>App</title>
<body>
  <my-app>
    <nav><button id="menu">Menu of Ada</button></nav>
    <main aria-hidden="true" inert>
      <section id="notes"><button>Note of Ada</button></section>
      <section id="unlock"><h1 tabindex="-1">Locked</h1><button id="go">Unlock</button></section>
    </main>
    <footer style="position: fixed; z-index: 2147483647; inset: 0px; display: flex !important;">Ada’s footer</footer>
  </my-app>
  <dialog id="modal"><button>Dialog of Ada</button></dialog>
  <dialog id="plain" open>Plain dialog of Ada</dialog>
  <div id="popover" popover="manual">Popover of Ada</div>
  <my-dialog></my-dialog>
  <svg id="drawing"><text y="20">Drawing of Ada</text></svg>
  <div data-identity-vault="prompt"><dialog id="prompt">Passcode</dialog></div>
  <script>
    const root = document.querySelector('my-dialog').attachShadow({ mode: 'open' });
    root.innerHTML = '<dialog>Shadow of Ada</dialog>';
  </script>
</body></html>`;

describe.skipIf(!chromium)('the screen of a locked app', () => {
  let browser: Browser;
  let page: Page;
  let script: string;

  beforeAll(async () => {
    browser = await launch();
    const entry = fileURLToPath(new URL('privacy-page.js', import.meta.url));
    const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
    script = outputFiles[0]!.text;
  });
  afterAll(() => browser.close());
  afterEach(() => page.close());
  beforeEach(async () => {
    page = await browser.newPage();
    await page.setContent(APP);
    await page.addScriptTag({ content: script });
  });

  const texts = () =>
    page.evaluate(() =>
      document.body.innerText
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    );
  const lock = () =>
    page.evaluate(() => {
      screenOfApp.hide();
      screenOfApp.keep(document.querySelector('#unlock')!);
    });
  const unlock = () => page.evaluate(() => screenOfApp.show());
  const html = () => page.evaluate(() => document.body.innerHTML);

  it('shows, focuses and tells screen readers of nothing but what is kept', async () => {
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>('#modal')!.showModal();
      document.querySelector<HTMLElement>('#popover')!.showPopover();
      document.querySelector('my-dialog')!.shadowRoot!.querySelector('dialog')!.showModal();
    });
    await lock();

    expect(await texts()).toEqual(['Locked', 'Unlock']);
    const tree = await page.locator('body').ariaSnapshot();
    expect(tree).toContain('Unlock');
    expect(tree).not.toContain('Ada');
    const focused = [];
    for (let tab = 0; tab < 4; tab += 1) {
      await page.keyboard.press('Tab');
      focused.push(
        await page.evaluate(() => document.activeElement?.getAttribute('id') ?? document.activeElement?.tagName),
      );
    }
    expect(new Set(focused)).toEqual(new Set(['go', 'BODY']));
    await page.locator('#go').click();
  });

  it('gives back what was hidden as it was, and leaves closed what was closed', async () => {
    const before = (await html()).replace('<main aria-hidden="true" inert="">', '<main>');
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')!.showModal());
    await lock();
    expect(await html()).not.toBe(before);
    await unlock();

    expect(await html()).toBe(before);
    expect(await texts()).toContain('Menu of Ada');
    expect(await page.locator('#modal').isVisible()).toBe(false);
  });

  it('hides what appears, is opened or is styled anew meanwhile', async () => {
    await lock();
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p>Toast of Ada</p>');
      document.querySelector('my-app')!.insertAdjacentHTML('beforeend', '<p>Loading Ada</p>');
      document.querySelector<HTMLElement>('footer')!.style.display = 'block';
      document.querySelector<HTMLDialogElement>('#modal')!.showModal();
      document.querySelector<HTMLElement>('#popover')!.showPopover();
    });
    await page.waitForTimeout(100);

    expect(await texts()).toEqual(['Locked', 'Unlock']);
    await page.locator('#go').click();
    await unlock();
    expect(await texts()).toContain('Toast of Ada');
  });

  it('ends with a dialog that opens itself whenever it is closed', async () => {
    await page.evaluate(() => {
      const dialog = document.querySelector<HTMLDialogElement>('#modal')!;
      dialog.addEventListener('close', () => {
        dialog.dataset['opened'] = String(Number(dialog.dataset['opened'] ?? 0) + 1);
        dialog.showModal();
      });
      dialog.showModal();
    });
    await lock();
    await page.waitForTimeout(300);

    expect(await texts()).toEqual(['Locked', 'Unlock']);
    expect(await page.locator('#modal').getAttribute('data-opened')).toBe('1');
    await page.locator('#go').click();
  });

  it('leaves the prompt of the vault alone', async () => {
    await lock();
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#prompt')!.showModal());
    await page.waitForTimeout(100);

    expect(await page.locator('#prompt').isVisible()).toBe(true);
  });

  it('throws away what belongs to a session that has ended', async () => {
    await lock();
    await page.evaluate(() => screenOfApp.show('#popover, dialog'));

    expect(await page.locator('#popover, body > dialog').count()).toBe(0);
    expect(await texts()).toContain('Menu of Ada');
  });

  it('loads the page anew when there is nothing to show for long', async () => {
    const loaded = page.waitForEvent('framenavigated');
    await page.evaluate(() => screenOfApp.hide());
    expect(await texts()).toEqual([]);

    await loaded;
  });
});
