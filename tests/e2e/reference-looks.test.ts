import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { referenceApp } from './app.ts';
import { startBrowser } from './browser.ts';
import { expectGood } from './good-page.ts';
import { enlargeText, modeOf } from './in-page.mjs';
import { startServers, type Servers } from './servers.ts';
import { tellInOrder } from './story.ts';
import { User } from './user.ts';
import { Walk } from './walk.ts';

const passcode = 'quiet-otter-4711';
const looks = (['ios', 'md'] as const).flatMap((mode) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ mode, colorScheme })),
);

/** On a small phone, and with text twice as large. */
const sizes = [
  { name: 'small', width: 320, percent: 100 },
  { name: 'large-text', width: 390, percent: 200 },
];

/** Each page in both modes and themes. `E2E_DIR` keeps the pictures (looks/). */
describe.each(looks)('the reference app, $mode, $colorScheme', ({ mode, colorScheme }) => {
  let backend: Servers['backend'];
  let origin: string;
  let page: Page;
  let user: User;
  let walk: Walk;
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    const servers = await startServers(await referenceApp());
    started.push(servers);
    ({ backend } = servers);
    origin = servers.site.origin;
    const profile = join(inject('e2eFolder'), `profile-looks-${mode}-${colorScheme}-${process.pid}`);
    mkdirSync(profile, { recursive: true });
    const browser = await startBrowser(profile);
    started.push(browser);
    page = browser.context.pages()[0]!;
    user = new User(page);
    walk = new Walk(page, join(inject('e2eFolder'), 'looks', `${mode}-${colorScheme}`));
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${origin}/?ionic:mode=${mode}`);
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });

  tellInOrder();

  async function expectGoodPage(name: string): Promise<void> {
    for (const { name: size, width, percent } of sizes) {
      await page.setViewportSize({ width, height: 780 });
      await page.evaluate(enlargeText, percent);
      await walk.take(`${name}-${size}`);
      await expectGood(page, `${name}, ${size}`);
    }
    await page.evaluate(enlargeText, 100);
  }

  it('signs in', async () => {
    await user.heading('Sign in').waitFor();
    expect(await page.evaluate(modeOf)).toBe(mode);
    await expectGoodPage('sign-in');
  });

  it('asks for a passcode', async () => {
    await user.signIn(backend.account);
    await user.passcodeDialog().waitFor();
    await expectGoodPage('passcode');
  });

  it('shows the vault', async () => {
    await user.answerPasscode(passcode);
    await user.heading('Unlocked').waitFor();
    await expectGoodPage('unlocked');
  });

  it('is locked', async () => {
    await user.button('Lock now').click();
    await user.heading('Locked').waitFor();
    await expectGoodPage('locked');
  });
});
