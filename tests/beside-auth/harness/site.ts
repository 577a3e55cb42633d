import type { Browser, Page } from 'playwright-core';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../browser/chromium.ts';
import type { Run, Seen } from '../page/run.ts';

/** Serves the bundles, and drives them in a browser. */
export class Site {
  readonly #server: Server;
  readonly #browser: Browser;
  /** Pages that drive nothing now: what all apps have in common is loaded in them already. */
  readonly #idle: Page[] = [];

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async open(folder: string): Promise<Site> {
    const server = createServer(({ url = '' }, response) => {
      const isScript = url.endsWith('.js');
      // An app that wasn't compiled has no bundle: its test fails at once, rather than as if it had frozen.
      if (isScript && !existsSync(join(folder, url))) return void response.writeHead(404).end();
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? readFileSync(join(folder, url)) : html);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new Site(server, await launch());
  }

  /** Each run is a start of the app, one after the other in one page, which is left behind where anything goes wrong. */
  async drive(name: string, runs: readonly Run[]): Promise<Seen[]> {
    const page = this.#idle.pop() ?? (await this.#newPage());
    try {
      const seen: Seen[] = [];
      for (const run of runs) {
        const driven = page.evaluate<Seen>(`import('/${name}.js').then(({ drive }) => drive(${JSON.stringify(run)}))`);
        seen.push(await orFrozen(driven, `${name} at ${run.url}`));
      }
      this.#idle.push(page);
      return seen;
    } catch (error) {
      await page.context().close();
      throw error;
    }
  }

  /** In a context of its own: what an app stores there, no other page sees. */
  async #newPage(): Promise<Page> {
    const page = await (await this.#browser.newContext()).newPage();
    const { port } = this.#server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await new Promise<void>((closed) => {
      this.#server.close(() => closed());
      this.#server.closeAllConnections();
    });
  }
}

/** A page whose script never gives way can't say so itself. */
const patienceMs = 60_000;

async function orFrozen<T>(answer: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const frozen = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} has frozen.`)), patienceMs);
  });
  return Promise.race([answer, frozen]).finally(() => clearTimeout(timer));
}

const html = `<!doctype html><html lang="en"><base href="/"><title>Apps</title>
<body></body><script type="module" src="/libraries.js"></script></html>`;
