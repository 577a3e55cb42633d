import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { inject } from 'vitest';
import { startBackend } from '../../examples/backend/start-backend.mjs';
import { serveFolder } from '../../scripts/lib/serve-folder.mjs';
import { apiOrigin, builtApp, renewingApp, type App } from './app.ts';
import { startBrowser, type Browser } from './browser.ts';
import { Gate } from './gate.ts';
import { outcomes } from './in-page.mjs';
import { User } from './user.ts';

const passcode = 'quiet-otter-4711';

/** A window of its own: visible, whatever becomes of the others. */
export interface Tab {
  readonly page: Page;
  readonly user: User;
}

interface Started {
  close(): Promise<void>;
}

/** An app whose tokens are renewed, in windows of one browser; a gate stands before its backend. */
export class RenewingTabs {
  /** How much the server’s clock is ahead: it takes no token that it gave before. */
  ahead = 0;
  readonly app: App;
  readonly backend: Awaited<ReturnType<typeof startBackend>>;
  readonly gate: Gate;
  readonly site: Awaited<ReturnType<typeof serveFolder>>;
  readonly #lifetime: number;
  readonly #browser: Browser;
  readonly #started: readonly Started[];

  private constructor(
    parts: Pick<RenewingTabs, 'app' | 'backend' | 'gate' | 'site'>,
    browser: Browser,
    lifetime: number,
  ) {
    this.app = parts.app;
    this.backend = parts.backend;
    this.gate = parts.gate;
    this.site = parts.site;
    this.#browser = browser;
    this.#lifetime = lifetime;
    this.#started = [browser, this.gate, this.backend, this.site];
  }

  /** @param tokenLifetimeSeconds how long a token is good for */
  static async start(name: string, tokenLifetimeSeconds: number): Promise<RenewingTabs> {
    const app = await renewingApp();
    const site = await serveFolder(await builtApp(app), 0);
    const clock = { now: () => Date.now() };
    const options = { appOrigin: site.origin, tokenLifetimeSeconds, now: () => clock.now() };
    const backend = await startBackend(options);
    const gate = await Gate.before(backend.origin, app.apiPort);
    const profile = join(inject('e2eFolder'), `profile-${name}`);
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(profile, { recursive: true });
    const tabs = new RenewingTabs({ app, backend, gate, site }, await startBrowser(profile), tokenLifetimeSeconds);
    clock.now = () => Date.now() + tabs.ahead;
    return tabs;
  }

  async close(): Promise<void> {
    for (const one of this.#started) await one.close();
  }

  /** The statuses of the backend's answers to refreshes, from the first on. */
  get refreshes(): readonly number[] {
    return this.gate.statuses('POST /refresh');
  }

  /** The server takes no token that it gave before now. */
  expire(): void {
    this.ahead += this.#lifetime * 1000;
  }

  async open(): Promise<Tab> {
    const devtools = await this.#devtools();
    const [page] = await Promise.all([
      this.#browser.context.waitForEvent('page'),
      devtools.send('Target.createTarget', { url: this.site.origin, newWindow: true }),
    ]);
    return { page, user: new User(page) };
  }

  async signIn({ page, user }: Tab): Promise<void> {
    await page.waitForURL(/\/login/);
    await user.signIn(this.backend.account);
    await user.answerPasscode(passcode);
    await user.text('Ada Lovelace').waitFor();
  }

  async unlock({ page, user }: Tab): Promise<void> {
    await page.waitForURL(/\/unlock/);
    await user.button('Unlock').click();
    await user.answerPasscode(passcode);
    await page.waitForURL((url) => !url.pathname.startsWith('/unlock'));
  }

  /** What became of that many requests at the same time: names, or the status of a failure. */
  ask({ page }: Tab, count: number): Promise<readonly string[]> {
    return page.evaluate(outcomes, Array<string>(count).fill(`${apiOrigin(this.app)}/profile`));
  }

  /** Ends a page's process, which has to be free for it. */
  async crash({ page }: Tab): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // Never answered: there is nobody left to.
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  }

  /** Ends the processes of all pages at once, wherever they stand, as a system short of memory does. */
  async kill({ page }: Tab): Promise<void> {
    const devtools = await this.#devtools();
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    const crashed = page.waitForEvent('crash');
    for (const { type, id } of processInfo) if (type === 'renderer') end(id);
    await crashed;
    await page.close();
  }

  #devtools(): Promise<CDPSession> {
    const browser = this.#browser.context.browser();
    if (!browser) throw new Error('The context belongs to no browser.');
    return browser.newBrowserCDPSession();
  }
}

/** Also one that ended since it was listed. */
function end(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
