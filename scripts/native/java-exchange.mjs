// @ts-check
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../lib/steps.mjs';
import { host, maven } from './maven.mjs';

/**
 * Where the core in Java and the programs of its tests are; compiled once in a process, and never taken from an earlier one.
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
  await inJava('exchange.Exchange', [what, file]);
}

/**
 * What the core in Java makes of vaults that other processes left, see tests/native/hand-over.test.ts.
 *
 * @param {readonly string[]} files of each part itself, and its device
 */
export async function takeOverInJava(files) {
  await inJava('operations.HandOver', files);
}

/** @param {string} name of the class, below the core @param {readonly string[]} args */
async function inJava(name, args) {
  const main = `dev.identityvault.capacitor.core.${name}`;
  await run(['java', '-Dfile.encoding=UTF-8', '-cp', await (compiled ??= compile()), main, ...args], { cwd: host });
}

async function compile() {
  const classpath = join(host, 'target/exchange-classpath');
  const dependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
  await maven('test-compile', dependencies, `-Dmdep.outputFile=${classpath}`);
  const libraries = readFileSync(classpath, 'utf8').trim();
  return [join(host, 'target/test-classes'), join(host, 'target/classes'), libraries].join(delimiter);
}
