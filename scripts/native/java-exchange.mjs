// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/steps.mjs';

const host = fileURLToPath(new URL('../../native-plugin/android/test-host/core', import.meta.url));
const main = 'dev.identityvault.capacitor.core.exchange.Exchange';
const classpath = join(host, 'target/exchange-classpath');
const quiet = ['--quiet', '--batch-mode', '--no-transfer-progress'];

/**
 * Vaults of the core in Java as files, see tests/native/pairs.test.ts.
 *
 * @param {'seal' | 'open'} what
 * @param {string} file
 */
export async function exchangeInJava(what, file) {
  if (!existsSync(classpath)) await compile();
  const path = [
    join(host, 'target/test-classes'),
    join(host, 'target/classes'),
    readFileSync(classpath, 'utf8').trim(),
  ];
  await run(['java', '-cp', path.join(delimiter), main, what, file], { cwd: host });
}

async function compile() {
  const dependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
  await run(['mvn', ...quiet, 'test-compile', dependencies, `-Dmdep.outputFile=${classpath}`], { cwd: host });
}
