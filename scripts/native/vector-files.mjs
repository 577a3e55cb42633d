// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../native-plugin/vectors', import.meta.url));

/** @typedef {{ id: string, why: string, killed?: readonly unknown[] }} VectorCase */

/**
 * Every file of `vectors/` that is about IDV1, with its cases. Those about addresses have tests of their own in each language.
 *
 * @returns {readonly { file: string, cases: readonly VectorCase[] }[]}
 */
export function vectorFiles() {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const read = files.map((file) => ({ file, ...JSON.parse(readFileSync(join(folder, file), 'utf8')) }));
  return read.filter(({ format }) => format.startsWith('IDV1-vectors-'));
}

/**
 * How many outcomes these cases have: a story has one for each moment at which its process is killed, too.
 *
 * @param {readonly VectorCase[]} cases
 */
export function countOf(cases) {
  return cases.reduce((count, { killed = [] }) => count + 1 + killed.length, 0);
}

/**
 * How many cases of each file a language is asked to pass.
 *
 * @returns {Readonly<Record<string, number>>}
 */
export function askedCases() {
  return Object.fromEntries(vectorFiles().map(({ file, cases }) => [file, countOf(cases)]));
}

/**
 * How many passed, as the tests of a language wrote it down: for each file of vectors a file with a number.
 *
 * @param {string} folder
 * @returns {Readonly<Record<string, number>>}
 */
export function passedCases(folder) {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder);
  return Object.fromEntries(files.map((file) => [file, Number(readFileSync(join(folder, file), 'utf8'))]));
}
