// @ts-check
import { build } from 'esbuild';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { ratios, summarise } from './bench/statistics.mjs';
import { findCommand } from './lib/toolchains.mjs';
import { StepFailed, run } from './lib/steps.mjs';

const PEERS = ['@aparajita/capacitor-secure-storage@7.1.6', '@capacitor/preferences@7.0.3', '@capacitor/core@7.6.9'];
/** Where a browser keeps IndexedDB: in a profile on disk, or, without one, in memory. */
const PLACES = /** @type {const} */ (['disk', 'memory']);
/** An app reads its session with each request: what is measured is not the first calls, which a browser interprets. */
const WARM_UP = 300;
const usage = 'npm run bench:vault -- [--runs N] [--rounds N] [--peers] [--dir DIR] [--json]';
const here = fileURLToPath(new URL('bench/', import.meta.url));

/** @typedef {Record<string, Record<string, number[]>>} Times milliseconds, by task and by who does it */
/** @typedef {{ place: typeof PLACES[number], times: Times }} Measured one run */

try {
  await bench();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`${error.message}\nUsage: ${usage}`);
  process.exitCode = 1;
}

async function bench() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '100' },
      peers: { type: 'boolean', default: false },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const browser = findCommand('chromium');
  if (browser === undefined) throw new StepFailed('There is no Chromium: npm run setup:toolchains');
  const folder = resolve(values.dir ?? mkdtempSync(join(tmpdir(), 'vault-bench-')));
  try {
    const peers = values.peers ? await installPeers(folder) : undefined;
    const script = await bundle(peers);
    /** @type {Measured[]} */
    const measured = [];
    for (let run = 0; run < Number(values.runs); run += 1) {
      for (const place of PLACES) {
        const profile = mkdtempSync(join(folder, 'profile-'));
        try {
          measured.push({
            place,
            times: await measure(() => start(browser, place, profile), script, Number(values.rounds)),
          });
        } finally {
          rmSync(profile, { recursive: true, force: true });
        }
      }
    }
    console.log(values.json ? JSON.stringify(measured) : table(measured));
    if (!peers) console.error('Not measured: other plugins. Run with --peers.');
  } finally {
    if (values.dir === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function installPeers(folder) {
  if (!existsSync(join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    await run(['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', ...PEERS], { cwd: folder });
  }
  return join(folder, 'node_modules');
}

/** @param {string | undefined} peers where they are installed */
async function bundle(peers) {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'vault-page.mjs')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    plugins: [peerModule(peers === undefined ? undefined : join(here, 'vault-peers.mjs'))],
    nodePaths: peers === undefined ? [] : [peers],
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * The module `peers`: the other plugins, or none.
 * @param {string | undefined} path
 * @returns {import('esbuild').Plugin}
 */
function peerModule(path) {
  return {
    name: 'peers',
    setup(builder) {
      builder.onResolve({ filter: /^peers$/ }, () =>
        path === undefined ? { path: 'none', namespace: 'none' } : { path },
      );
      builder.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export const storages = {};' }));
    },
  };
}

/**
 * @param {string} executablePath
 * @param {typeof PLACES[number]} place
 * @param {string} profile an empty folder
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>}
 */
async function start(executablePath, place, profile) {
  const options = { executablePath, args: ['--no-sandbox'] };
  if (place === 'memory') {
    const browser = await chromium.launch(options);
    return { page: await browser.newPage(), close: () => browser.close() };
  }
  const context = await chromium.launchPersistentContext(profile, options);
  return { page: await context.newPage(), close: () => context.close() };
}

/**
 * Round by round, A B C A B C …, so that all of them see the same machine.
 *
 * @param {() => ReturnType<typeof start>} startBrowser
 * @param {string} script
 * @param {number} rounds of an unlock, which takes a hundred times as long, a tenth
 * @returns {Promise<Times>}
 */
async function measure(startBrowser, script, rounds) {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    // Or a page's clock has steps of 0.1 ms.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.end(
      isScript ? script : '<!doctype html><title>Vault</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { page, close } = await startBrowser();
  try {
    const address = server.address();
    await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : ''}/`);
    await page.waitForFunction('window.tasks');
    return await page.evaluate(`(async () => {
      const times = {};
      for (const [task, doers] of Object.entries(await tasks())) {
        times[task] = Object.fromEntries(Object.keys(doers).map((name) => [name, []]));
        const isUnlock = task.startsWith('unlock');
        const rounds = isUnlock ? ${Math.ceil(rounds / 10)} : ${rounds};
        for (let round = isUnlock ? -3 : -${WARM_UP}; round < rounds; round += 1) {
          for (const [name, run] of Object.entries(doers)) {
            const start = performance.now();
            await run();
            if (round >= 0) times[task][name].push(performance.now() - start);
          }
        }
      }
      return times;
    })()`);
  } finally {
    await close();
    server.close();
  }
}

/**
 * The median over the runs of what was the median in each of them.
 * @param {readonly Measured[]} measured
 */
function table(measured) {
  const rows = PLACES.flatMap((place) => {
    const runs = measured.filter((run) => run.place === place).map(({ times }) => times);
    return Object.entries(runs[0] ?? {}).flatMap(([task, doers]) =>
      Object.keys(doers).map((name) => {
        const of = (/** @type {Times} */ run, /** @type {string} */ doer) => run[task]?.[doer] ?? [];
        const medians = runs.map((run) => summarise(of(run, name)).median);
        const shares = runs.map((run) => summarise(ratios(of(run, name), of(run, 'bare'))).median);
        const { min, median, max } = summarise(shares);
        const range = `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
        return `| ${place} | ${task} | ${name} | ${summarise(medians).median.toFixed(2)} | ${range} |`;
      }),
    );
  });
  const head = '| IndexedDB | task | by | ms | x bare WebCrypto: median of the runs (least–most) |';
  return [head, '|---|---|---|---|---|', ...rows].join('\n');
}
