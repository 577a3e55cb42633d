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
const usage = 'npm run bench:vault -- [--rounds N] [--peers] [--dir DIR] [--json]';
const here = fileURLToPath(new URL('bench/', import.meta.url));

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
      rounds: { type: 'string', default: '40' },
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
    const measured = await measure(browser, await bundle(peers), Number(values.rounds));
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
 * Round by round, A B C A B C …, so that all of them see the same machine.
 *
 * @param {string} executablePath
 * @param {string} script
 * @param {number} rounds
 * @returns {Promise<Record<string, Record<string, number[]>>>} milliseconds, by task and by who does it
 */
async function measure(executablePath, script, rounds) {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><title>Vault</title><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const address = server.address();
    await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : ''}/`);
    await page.waitForFunction('window.tasks');
    return await page.evaluate(`(async () => {
      const times = {};
      for (const [task, doers] of Object.entries(await tasks())) {
        times[task] = Object.fromEntries(Object.keys(doers).map((name) => [name, []]));
        for (let round = -3; round < ${rounds}; round += 1) {
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
    await browser.close();
    server.close();
  }
}

/** @param {Record<string, Record<string, number[]>>} measured */
function table(measured) {
  const rows = Object.entries(measured).flatMap(([task, doers]) =>
    Object.entries(doers).map(([name, times]) => {
      const shares = ratios(times, doers['bare'] ?? []);
      return `| ${task} | ${name} | ${summarise(times).median.toFixed(2)} | ${summarise(shares).median.toFixed(2)} |`;
    }),
  );
  return ['| task | by | ms, median | x bare WebCrypto |', '|---|---|---|---|', ...rows].join('\n');
}
