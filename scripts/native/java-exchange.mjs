// @ts-check
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/steps.mjs';
import { compileJava, javaFiles } from './compile-java.mjs';
import { host, libraries } from './maven.mjs';

const sources = fileURLToPath(new URL('../../native-plugin/android/src', import.meta.url));
const plugin = 'java/dev/identityvault/capacitor';
const PARTS = [`main/${plugin}/core`, `main/${plugin}/crypto`, `test/${plugin}/core`];

/**
 * The programs of the tests of the core in Java.
 *
 * @typedef {object} JavaPrograms
 * @property {(what: 'seal' | 'open', file: string) => Promise<void>} exchange a vault as a file, see tests/cores/pairs.test.ts
 * @property {(files: readonly string[]) => Promise<void>} takeOver what other processes left, see
 *   tests/cores/hand-over.test.ts; of each part itself, and its device
 */

/**
 * Compiles them into a folder of the caller: other test files build the core meanwhile, in Maven's.
 *
 * @param {string} folder
 * @returns {Promise<JavaPrograms>}
 */
export async function javaPrograms(folder) {
  const classes = join(folder, 'java-classes');
  const path = await libraries(join(folder, 'java-libraries'));
  await compileJava(
    PARTS.flatMap((part) => javaFiles(join(sources, part))),
    classes,
    path,
  );
  const options = ['-Dfile.encoding=UTF-8', '-cp', [classes, ...path].join(delimiter)];
  /** @param {string} name of the class, below the core @param {readonly string[]} args */
  const start = async (name, args) => {
    await run(['java', ...options, `dev.identityvault.capacitor.core.${name}`, ...args], { cwd: host });
  };
  return {
    exchange: (what, file) => start('exchange.Exchange', [what, file]),
    takeOver: (files) => start('operations.HandOver', files),
  };
}
