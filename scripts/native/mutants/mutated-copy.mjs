// @ts-check
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withMutants } from './schemata.mjs';

/**
 * A copy of sources, before it is written.
 *
 * @typedef {Map<string, string>} Files texts by their paths
 */

/**
 * @param {Files} files
 * @param {string} from a folder
 * @param {string} to where it is in the copy
 */
export function addFolder(files, from, to) {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(join(to, path.slice(from.length)), readFileSync(path, 'utf8'));
  }
}

/**
 * Puts every mutant into the core of a copy, numbered from 1 as they are listed.
 *
 * @param {Files} files
 * @param {string} core
 * @param {readonly import('./mutant-table.mjs').Mutant[]} mutants
 * @param {import('./schemata.mjs').Choices} choices
 */
export function putMutants(files, core, mutants, choices) {
  const numbered = mutants.map((mutant, index) => ({ number: index + 1, mutant }));
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const ofFile = numbered.filter(({ mutant }) => mutant.file === file);
    const path = join(core, file);
    files.set(path, withMutants(textOf(files, path), ofFile, choices));
  }
}

/**
 * Changes something of a copy that is no mutant.
 *
 * @param {Files} files
 * @param {string} path
 * @param {string} from
 * @param {string} to
 * @throws where it is not there once
 */
export function editOnce(files, path, from, to) {
  const parts = textOf(files, path).split(from);
  if (parts.length !== 2) throw new Error(`${path} has this ${parts.length - 1} times: ${from}`);
  files.set(path, parts.join(to));
}

/** @param {Files} files @param {string} path */
function textOf(files, path) {
  const text = files.get(path);
  if (text === undefined) throw new Error(`There is no ${path}`);
  return text;
}

/**
 * Writes what differs from what is there, so that a compiler compiles no more than it has to.
 *
 * @param {string} folder it has nothing else afterwards
 * @param {Files} files
 */
export function writeFiles(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.has(path.slice(folder.length + 1))) rmSync(path);
  }
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
