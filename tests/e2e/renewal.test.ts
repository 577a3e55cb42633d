import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startBackend } from '../../examples/backend/start-backend.mjs';
import { apiOrigin, renewingApp, type App } from './app.ts';
import { startBrowser, type Browser } from './browser.ts';
import { httpGet, httpGetAll } from './in-page.mjs';
import { startServers, type Servers } from './servers.ts';
import { tellInOrder } from './story.ts';
import { User } from './user.ts';

const passcode = 'quiet-otter-4711';
const tokenLifetimeSeconds = 10;

/** By a backend whose refresh tokens are good once: a second use ends the login. */
describe('tokens that are renewed', () => {
  let app: App;
  let servers: Servers;
  let profile: string;
  let browser: Browser;
  let page: Page;
  let user: User;
  let answers: Response[] = [];
  /** How much the server’s clock is ahead of the app’s. */
  let ahead = 0;
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    app = await renewingApp();
    servers = await startServers(app, { tokenLifetimeSeconds, now: () => Date.now() + ahead });
    started.push(servers);
    profile = join(inject('e2eFolder'), 'profile-renewal');
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(profile);
    await open();
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });

  tellInOrder();

  async function open(): Promise<void> {
    browser = await startBrowser(profile);
    started.push(browser);
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    user = new User(page);
    page.on('response', (response) => answers.push(response));
    await page.goto(servers.site.origin);
  }

  /** Five requests at once; the answers of the API to all that was sent for them. */
  async function readProfileFiveTimes(): Promise<{ refreshes: number[]; profiles: number[] }> {
    answers = [];
    const bodies = await page.evaluate(httpGetAll, Array<string>(5).fill(`${apiOrigin(app)}/profile`));
    expect(bodies.map((body) => (body as { name: string }).name)).toEqual(Array(5).fill('Ada Lovelace'));
    return { refreshes: statusesOf('POST', '/refresh'), profiles: statusesOf('GET', '/profile').sort() };
  }

  function statusesOf(method: string, path: string): number[] {
    const own = answers.filter((one) => one.request().method() === method && one.url() === `${apiOrigin(app)}${path}`);
    return own.map((one) => one.status());
  }

  it('need no renewal after a sign-in', async () => {
    await user.signIn(servers.backend.account);
    await user.answerPasscode(passcode);
    await user.text('Ada Lovelace').waitFor();

    expect(statusesOf('POST', '/refresh')).toEqual([]);
  });

  it('are renewed once, before they end, for requests at the same time', async () => {
    await sleep((tokenLifetimeSeconds - 2) * 1000);

    expect(await readProfileFiveTimes()).toEqual({ refreshes: [200], profiles: Array(5).fill(200) });
  });

  it('are renewed once when the server refuses them, and the requests are sent again', async () => {
    ahead += tokenLifetimeSeconds * 1000;

    const { refreshes, profiles } = await readProfileFiveTimes();

    expect(refreshes).toEqual([200]);
    expect(profiles).toEqual([...Array<number>(5).fill(200), ...Array<number>(5).fill(401)]);
  });

  it('are renewed after a restart of the browser, by the refresh token that was stored last', async () => {
    await browser.close();
    await sleep(tokenLifetimeSeconds * 1000);
    await open();
    await page.waitForURL(/\/unlock/);
    answers = [];
    await user.button('Unlock').click();
    await user.answerPasscode(passcode);
    await user.text('Ada Lovelace').waitFor();

    expect(statusesOf('POST', '/refresh')).toEqual([200]);
    expect(statusesOf('GET', '/profile')).toEqual([200]);
  });

  it('that can’t be renewed any more end the session', async () => {
    const { site, backend } = servers;
    await backend.close();
    started.push(await startBackend({ port: app.apiPort, appOrigin: site.origin, account: backend.account }));
    await page.evaluate(httpGet, `${apiOrigin(app)}/profile`).catch(() => undefined);

    await page.waitForURL(/\/login/);
    expect(new URL(page.url()).searchParams.get('reason')).toBe('expired');
  });
});
