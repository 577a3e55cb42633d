// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPatient, lanesOf } from './lanes-of.mjs';
import { runShown } from './steps.mjs';
import { readResults } from './test-results.mjs';

/** @typedef {import('./test-results.mjs').Results} Results */

/**
 * Runs suites with Vitest: those that can share processors first, then the others, two at a time.
 *
 * @param {string} root
 * @param {readonly string[]} chosen
 * @param {readonly string[]} rest arguments for Vitest
 * @returns {Promise<Results>}
 */
export async function runSuites(root, chosen, rest) {
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-test-'));
  // With a filter, a Vitest that finds nothing in its part would be a failure.
  const isFiltered = rest.length > 0 && chosen.length > 0;
  const phases = isFiltered ? [[[chosen]]] : lanesOf(chosen);
  // One folder for the processes of a run: the apps in it are installed and built once.
  const env = { E2E_DIR: process.env['E2E_DIR'] ?? join(folder, 'apps') };
  try {
    /** @type {Results[]} */
    const results = [];
    for (const [index, lanes] of phases.entries()) {
      const place = { root, rest, env, isBeside: lanes.length > 1 };
      const ended = lanes.map((lane, at) => runLane(lane, { ...place, report: join(folder, `${index}-${at}`) }));
      results.push(...(await Promise.all(ended)).flat());
    }
    return results.reduce(together, { passed: 0, failed: 0, skipped: 0, files: [], failures: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('./lanes-of.mjs').Lane} lane
 * @param {{ root: string, rest: readonly string[], env: NodeJS.ProcessEnv, isBeside: boolean, report: string }} place
 */
async function runLane(lane, { root, rest, env, isBeside, report }) {
  const results = [];
  for (const [index, suites] of lane.entries()) {
    const paths = { report: `${report}-${index}.json`, unhandled: `${report}-${index}-unhandled.txt` };
    const options = {
      env: { ...env, UNHANDLED_ERRORS: paths.unhandled },
      isBeside,
      ...(isBeside && isPatient(suites) && { priority: lowered() }),
    };
    results.push(readResults(paths, await runVitest({ root, suites, rest, report: paths.report }, options)));
  }
  return results;
}

/** Nobody may raise a priority. */
function lowered() {
  return Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);
}

/**
 * @param {{ root: string, suites: readonly string[], rest: readonly string[], report: string }} what
 * @param {import('./steps.mjs').Shown} options
 */
function runVitest({ root, suites, rest, report }, options) {
  return runShown(
    [
      process.execPath,
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...suites.flatMap((suite) => ['--project', suite]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...rest,
    ],
    root,
    options,
  );
}

/** @param {Results} one @param {Results} other @returns {Results} */
function together(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    files: [...one.files, ...other.files],
    failures: [...one.failures, ...other.failures],
  };
}
