// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../lib/steps.mjs';
import { cacheFolder } from '../cache-folder.mjs';
import { javaHome } from './java-home.mjs';
import { phoneHost, phoneLibraries } from './phone-libraries.mjs';

const scripts = fileURLToPath(new URL('../..', import.meta.url));

/** What Robolectric 4.16 asks for to run the first of these systems, and those that follow. */
const LEAST_JAVA = /** @type {const} */ ([{ since: 36, java: 21 }]);

/** The systems of every run: the least one, one in between, and a new one. @returns {readonly number[]} */
function usualSystems() {
  const lines = readFileSync(join(phoneHost, 'systems.txt'), 'utf8').trim().split('\n');
  return lines.map((line) => Number(line.split(' ')[0]));
}

/** Those to run: by default the usual ones; `SDK=36` is one of them, or one on request. @returns {readonly number[]} */
export function androidSystems() {
  const asked = process.env['SDK'];
  return asked ? [Number(asked)] : usualSystems();
}

/** For tests that run on one system only: the newest, or a newer one that was asked for. */
export function newestSystem() {
  return Math.max(...usualSystems(), ...androidSystems());
}

/** @param {number} sdk @returns {string} the command that runs Java */
export function javaFor(sdk) {
  const need = LEAST_JAVA.findLast(({ since }) => since <= sdk);
  return need === undefined ? 'java' : join(javaHome(need.java), 'bin/java');
}

/**
 * Where Robolectric finds a system.
 *
 * @param {number} sdk
 * @throws where it is not there
 */
export function systemFolder(sdk) {
  if (usualSystems().includes(sdk)) return join(phoneLibraries(), 'systems');
  if (!existsSync(listOf(sdk))) throw new Error(`Android of API ${sdk} can't be run here; ${systemsInWords()} can`);
  return cacheFolder(`android-system-${sdk}`, [listOf(sdk)], `npm run test:native -- --android --api ${sdk}`);
}

/**
 * Fetches a system on request, if it is not there yet.
 *
 * @param {number} sdk
 * @throws where it can't be run: there is no such system, no Java for it, or it can't be fetched
 */
export async function fetchSystem(sdk) {
  javaFor(sdk);
  if (!existsSync(listOf(sdk))) return void systemFolder(sdk);
  await run([join(scripts, 'toolchains/install-android-jars.sh'), `system-${sdk}`], { cwd: scripts });
}

function systemsInWords() {
  const names = readdirSync(join(phoneHost, '..')).flatMap((name) => /^system-(\d+)\.txt$/.exec(name)?.[1] ?? []);
  return `${usualSystems().join(', ')}, and on request ${names.join(', ')}`;
}

/** What is fetched for a system on request. @param {number} sdk */
function listOf(sdk) {
  return join(phoneHost, `../system-${sdk}.txt`);
}
