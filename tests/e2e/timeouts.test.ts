import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { appThatLocksAfter } from './app.ts';
import { startBrowser } from './browser.ts';
import { startServers, type Servers } from './servers.ts';
import { tellInOrder } from './story.ts';
import { User } from './user.ts';

const passcode = 'quiet-otter-4711';
const idle = 8000;
const session = 30_000;
/** What a lock may come late by, on a machine that is busy: too little for one timeout to be taken for the other. */
const late = 10_000;

/** In real time, on the optimised build. */
describe('an app with timeouts', () => {
  let backend: Servers['backend'];
  let page: Page;
  let user: User;
  /** When the vault was opened last. */
  let opened: number;
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    const servers = await startServers(await appThatLocksAfter(idle, session));
    started.push(servers);
    ({ backend } = servers);
    const profile = join(inject('e2eFolder'), `profile-timeouts-${process.pid}`);
    mkdirSync(profile, { recursive: true });
    const browser = await startBrowser(profile);
    started.push(browser);
    page = browser.context.pages()[0]!;
    user = new User(page);
    await page.goto(servers.site.origin);
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });

  tellInOrder();

  const notice = () => page.locator('ion-toast').filter({ hasText: 'Locking in' });
  const locked = () => user.heading('Locked');

  async function unlock(): Promise<void> {
    await user.button('Unlock').click();
    await user.answerPasscode(passcode);
    await user.text('Ada Lovelace').waitFor();
    opened = performance.now();
  }

  it('warns somebody who does nothing, and stays open when they touch it', async () => {
    await user.signIn(backend.account);
    await user.answerPasscode(passcode);
    await user.text('Ada Lovelace').waitFor();

    await notice().waitFor();
    await page.mouse.click(5, 300);
    await notice().waitFor({ state: 'detached' });
    expect(await locked().count()).toBe(0);
  });

  it('locks somebody who does nothing', async () => {
    const from = performance.now();
    await notice().waitFor();
    await locked().waitFor();

    expect(performance.now() - from).toBeLessThan(idle + late);
    await notice().waitFor({ state: 'hidden' });
  });

  it('locks some time after it was opened, whatever somebody does', async () => {
    await unlock();
    for (let count = 0; (await locked().count()) === 0 && count < 200; count += 1) {
      await page.mouse.click(5, 300);
      await page.waitForTimeout(500);
    }

    await locked().waitFor();
    const took = performance.now() - opened;
    expect(took).toBeGreaterThan(session - late);
    expect(took).toBeLessThan(session + late);
  });
});
