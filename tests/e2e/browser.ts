import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext } from 'playwright-core';
import { findCommand } from '../../scripts/lib/toolchains.mjs';

/** A Chromium with a profile on disk. */
export interface Browser {
  readonly context: BrowserContext;
  /** Ends it as a user would, so that everything it means to keep is on disk; a second time does nothing. */
  close(): Promise<void>;
  /** Ends it before it can do anything more, and waits until it is gone. */
  crash(): Promise<void>;
}

/**
 * Starts Chromium on a profile. Playwright's own launch keeps every page focused and visible; without its defaults a
 * page in the background is really hidden and gets its `visibilitychange`.
 */
export async function startBrowser(profile: string): Promise<Browser> {
  const executable = findCommand('chromium');
  if (executable === undefined) throw new Error('chromium is not on PATH: npm run setup:toolchains');
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const browserProcess = spawn(executable, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: 'ignore',
  });
  const ended = once(browserProcess, 'exit');

  const port = await portIn(portFile);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const context = browser.contexts()[0];
  if (!context) throw new Error('The browser has no default context');
  context.setDefaultTimeout(patience);
  return {
    context,
    async close() {
      if (browserProcess.exitCode !== null || browserProcess.signalCode !== null) return;
      const devtools = await browser.newBrowserCDPSession();
      // The connection ends with the browser: whether the answer still gets through is a matter of luck.
      await devtools.send('Browser.close').catch(() => undefined);
      await ended;
    },
    async crash() {
      const devtools = await browser.newBrowserCDPSession();
      void devtools.send('Browser.crash').catch(() => undefined);
      await ended;
    },
  };
}

/** In milliseconds: what a page is waited for comes later on a busy machine, and no product is wrong for that. */
const patience = 60_000;

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--remote-debugging-port=0',
];

async function portIn(file: string): Promise<string> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : undefined;
    if (port) return port;
    await sleep(50);
  }
  throw new Error('Chromium did not open its debugging port within 60 s');
}
