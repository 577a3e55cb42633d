import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { apiOrigin, preparedApp, type App } from './app.ts';
import { otherApps } from './app-source.ts';
import { startBrowser } from './browser.ts';
import { startServers, type Servers } from './servers.ts';
import { tellInOrder } from './story.ts';
import { lockAfterMs, User } from './user.ts';

const passcode = 'quiet-otter-4711';

/** The story of session.test.ts, shortened: here it is told to learn whether the wiring fits this kind of app. */
describe.each(otherApps)('a session in $name', (source) => {
  let app: App;
  let servers: Servers;
  let page: Page;
  let user: User;
  let authorization: string;
  const pageErrors: string[] = [];
  const started: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    app = await preparedApp(source);
    servers = await startServers(app);
    started.push(servers);
    const profile = join(inject('e2eFolder'), `profile-${source.name}-${process.pid}`);
    mkdirSync(profile);
    const browser = await startBrowser(profile);
    started.push(browser);
    page = browser.context.pages()[0]!;
    page.on('pageerror', (error) => pageErrors.push(error.message));
    user = new User(page);
    await page.goto(servers.site.origin);
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.close()));
  });
  tellInOrder();

  const isProfileRead = (request: Request) =>
    request.url() === `${apiOrigin(app)}/profile` && request.method() === 'GET';
  /** The profile's headers, as they are sent when the user does this. */
  async function profileHeaders(action: () => Promise<void>): Promise<Record<string, string>> {
    const [request] = await Promise.all([page.waitForRequest(isProfileRead), action()]);
    return request.allHeaders();
  }

  it('begins with a login, and sends the token to the backend', async () => {
    await page.waitForURL(/\/login/);
    const headers = await profileHeaders(async () => {
      await user.signIn(servers.backend.account);
      await user.answerPasscode(passcode);
    });

    // Only a token the backend signed gets this answer.
    await user.text('Ada Lovelace').waitFor();
    expect(page.url()).toBe(`${servers.site.origin}/home`);
    expect(headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer ./) as string,
      ...source.ownHeaders,
    });
    authorization = headers['authorization'] ?? '';
  });

  it('sends the token to nobody else', async () => {
    await user.button('Ask the partner').click();

    await user.text('The partner is up.').waitFor();
    expect(servers.stranger.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /status']);
    expect(servers.stranger.requests[0]?.headers).toMatchObject(source.ownHeaders);
    expect(JSON.stringify(servers.stranger.requests)).not.toContain(authorization.replace('Bearer ', ''));
  });

  it('is locked on return from the background', async () => {
    await user.lookAway(lockAfterMs + 1000);

    await page.waitForURL(/\/unlock/);
    await user.heading('Locked').waitFor();
    expect(await user.text('Ada Lovelace').count()).toBe(0);
  });

  it('has the same session again when it is unlocked with the passcode', async () => {
    const headers = await profileHeaders(async () => {
      await user.button('Unlock').click();
      await user.answerPasscode(passcode);
    });

    await user.text('Ada Lovelace').waitFor();
    expect(headers).toMatchObject({ authorization, ...source.ownHeaders });
  });

  it('goes on sending requests', async () => {
    const answer = page.waitForResponse((response) => isProfileRead(response.request()));
    await user.button('Reload').click();

    expect((await answer).status()).toBe(200);
  });

  it('ends with a log-out that a reload does not undo', async () => {
    await page.reload();
    await page.waitForURL(/\/unlock/);
    await user.button('Use another account').click();
    await user.button('Sign out').click();
    await page.waitForURL(/\/login/);
    await page.goto(`${servers.site.origin}/home`);

    await page.waitForURL(/\/login/);
    // The page is there before its entering ends, and hidden until then.
    await user.heading('Sign in').waitFor();
    expect(await user.heading('Sign in').isVisible()).toBe(true);
  });

  it('ran without an uncaught error', () => {
    expect(pageErrors).toEqual([]);
  });
});
