// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './steps.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages */

/**
 * Whether `node_modules` holds what `package-lock.json` says, by npm's own record of what it installed. Optional
 * packages are left out: most of them are for other machines.
 *
 * @param {string} folder
 */
export function isInstalled(folder) {
  const installed = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(join(folder, 'package-lock.json'));
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted)
    .filter(([path, { optional }]) => path !== '' && !optional)
    .every(([path, { version }]) => path in installed && installed[path]?.version === version);
}

/**
 * @param {string} folder
 * @throws {import('./steps.mjs').StepFailed}
 */
export async function installPackages(folder) {
  await run(['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
}

/**
 * @param {string} lockFile
 * @returns {LockedPackages | undefined}
 */
function readPackages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}
