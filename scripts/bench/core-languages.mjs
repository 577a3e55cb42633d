// @ts-check
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/steps.mjs';
import { javaBenchmark } from './java-bench.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A program that measures the core of a language: `times FOLDER ROUNDS` and `memory FOLDER` print one JSON document.
 *
 * @typedef {object} CoreBenchmark
 * @property {string} name
 * @property {() => Promise<void>} build as apps get it
 * @property {(args: readonly string[]) => Promise<string>} start
 */

const withSwift = join(root, 'scripts/toolchains/with-swift.sh');
const ios = join(root, 'native-plugin/ios');
const built = join(ios, '.build/bench');

/** Large blocks go back to the system at once, so that what is resident is what is used. */
const GIVEN_BACK = { MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_ARENA_MAX: '1' };

/** @type {readonly CoreBenchmark[]} */
export const coreBenchmarks = [
  {
    name: 'Swift',
    async build() {
      const what = ['-c', 'release', '--product', 'vault-bench', '--scratch-path', built];
      await run(['bash', withSwift, 'swift', 'build', ...what], { cwd: ios });
    },
    start(args) {
      const env = args[0] === 'memory' ? GIVEN_BACK : {};
      return run(['bash', withSwift, join(built, 'release/vault-bench'), ...args], { cwd: ios, env });
    },
  },
  javaBenchmark,
];
