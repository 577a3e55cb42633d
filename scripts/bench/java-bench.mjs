// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFailed, run } from '../lib/steps.mjs';
import { compileJava, javaFiles } from '../native/compile-java.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const android = join(root, 'native-plugin/android');
const plugin = 'java/dev/identityvault/capacitor';
const built = join(android, 'test-host/core/target/bench');

/**
 * Java rounds the size of a heap by some MiB. So it stays the same, all of it in the generation of large arrays but the
 * least, and what others hold of it is looked for: between these bytes, and so exactly.
 */
const HELD = { possible: 2 << 20, tooMuch: 24 << 20, step: 64 << 10 };
const HEAP = ['-Xms24m', '-Xmx24m', '-XX:NewSize=1m', '-XX:MaxNewSize=1m', '-XX:MarkSweepAlwaysCompactCount=1'];

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
    await compileJava([host, ...sources], built);
  },
  async start([what = '', folder = '', ...others]) {
    // Compiled in the foreground: a busy machine would else run code that is not compiled yet.
    return what === 'times' ? java(['-Xbatch'], [what, folder, ...others]) : JSON.stringify(await memory());
  },
};

/** Bytes for a value of 1 MiB, over those for an empty one: what is needed, for a collector leaves more about. */
async function memory() {
  const peaks = [];
  for (const task of TASKS) peaks.push([task, (await mostHeld(task, 2)) - (await mostHeld(task, 1 << 20))]);
  return Object.fromEntries(peaks);
}

/** @param {string} task @param {number} size @returns {Promise<number>} what others can hold meanwhile */
async function mostHeld(task, size) {
  let { possible, tooMuch } = HELD;
  while (tooMuch - possible > HELD.step) {
    const middle = Math.round((possible + tooMuch) / 2);
    if (await isPossible([task, String(size), String(middle)])) possible = middle;
    else tooMuch = middle;
  }
  return possible;
}

/** @param {readonly string[]} what */
async function isPossible(what) {
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-held-'));
  try {
    await java(HEAP, ['hold', folder, ...what]);
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
