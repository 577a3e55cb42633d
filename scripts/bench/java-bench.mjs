// @ts-check
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFailed, run } from '../lib/steps.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const android = join(root, 'native-plugin/android');
const plugin = 'java/dev/identityvault/capacitor';
const built = join(android, 'test-host/core/target/bench');

/** Of a heap, in KiB: between these is what is needed, and so exactly it is found. */
const HEAP = { tooSmall: 9 * 1024, enough: 25 * 1024, step: 256 };

const TASKS = /** @type {const} */ (['read', 'unlock', 'write']);

/** @type {import('./core-languages.mjs').CoreBenchmark} */
export const javaBenchmark = {
  name: 'Java',
  async build() {
    rmSync(built, { recursive: true, force: true });
    const places = [join('src/main', plugin, 'core'), join('src/main', plugin, 'crypto')].map((name) =>
      join(android, name),
    );
    const sources = [...places, join(root, 'scripts/bench/java')].flatMap(javaFiles);
    const host = join(android, 'src/test', plugin, 'core/support/world/FakeHost.java');
    const options = ['-nowarn', '-proc:none', '-encoding', 'UTF-8', '--release', '17', '-d', built];
    await run(['javac', ...options, host, ...sources], { cwd: android });
  },
  async start([what = '', folder = '', ...others]) {
    // Compiled in the foreground: a busy machine would else run code that is not compiled yet.
    return what === 'times' ? java(['-Xbatch'], [what, folder, ...others]) : JSON.stringify(await memory());
  },
};

/** @param {string} folder */
function javaFiles(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.java')).map((file) => join(folder, file));
}

/** Bytes for a value of 1 MiB, over those for an empty one: the least heap, for a collector leaves more about. */
async function memory() {
  const own = await leastHeap('write', 2);
  const peaks = [];
  for (const task of TASKS) peaks.push([task, 1024 * ((await leastHeap(task, 1 << 20)) - own)]);
  return Object.fromEntries(peaks);
}

/** @param {string} task @param {number} size @returns {Promise<number>} in KiB */
async function leastHeap(task, size) {
  let { tooSmall, enough } = HEAP;
  while (enough - tooSmall > HEAP.step) {
    const middle = Math.round((tooSmall + enough) / 2);
    if (await isEnough(middle, [task, String(size)])) enough = middle;
    else tooSmall = middle;
  }
  return enough;
}

/** @param {number} heap @param {readonly string[]} held */
async function isEnough(heap, held) {
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-held-'));
  try {
    await java([`-Xmx${heap}k`, `-Xms${heap}k`, '-XX:NewSize=1m', '-XX:MaxNewSize=1m'], ['hold', folder, ...held]);
    return true;
  } catch (error) {
    if (error instanceof StepFailed && /OutOfMemoryError|heap/.test(error.message)) return false;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} options @param {readonly string[]} asked */
function java(options, asked) {
  return run(['java', '-XX:+UseSerialGC', ...options, '-cp', built, 'dev.identityvault.bench.Bench', ...asked], {
    cwd: android,
  });
}
