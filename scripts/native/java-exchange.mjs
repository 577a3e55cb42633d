// @ts-check
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../lib/steps.mjs';
import { host, maven } from './maven.mjs';

const main = 'dev.identityvault.capacitor.core.exchange.Exchange';

/**
 * With what Java runs the program; compiled once in a process, and never taken from an earlier one.
 *
 * @type {Promise<string> | undefined}
 */
let compiled;

/**
 * Vaults of the core in Java as files, see tests/native/pairs.test.ts.
 *
 * @param {'seal' | 'open'} what
 * @param {string} file
 */
export async function exchangeInJava(what, file) {
  compiled ??= compile();
  await run(['java', '-Dfile.encoding=UTF-8', '-cp', await compiled, main, what, file], { cwd: host });
}

async function compile() {
  const classpath = join(host, 'target/exchange-classpath');
  const dependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
  await maven('test-compile', dependencies, `-Dmdep.outputFile=${classpath}`);
  const libraries = readFileSync(classpath, 'utf8').trim();
  return [join(host, 'target/test-classes'), join(host, 'target/classes'), libraries].join(delimiter);
}
