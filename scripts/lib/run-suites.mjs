// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lanesOf } from './lanes-of.mjs';
import { runShown } from './steps.mjs';
import { countResults } from './test-results.mjs';

/** @typedef {import('./test-results.mjs').Counts & { files: readonly string[] }} Results */

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
  const phases = isFiltered ? [[chosen]] : lanesOf(chosen);
  // One folder for the processes of a run: the apps in it are installed and built once.
  const env = { E2E_DIR: process.env['E2E_DIR'] ?? join(folder, 'apps') };
  try {
    /** @type {Results[]} */
    const results = [];
    for (const lanes of phases) {
      const ended = lanes.map((suites, lane) => {
        const report = join(folder, `report-${results.length + lane}.json`);
        // The first lane waits in real time, so it gets the processor when it wants it. Nobody may raise a priority.
        const below = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);
        const options = { env, isBeside: lanes.length > 1, ...(lane > 0 && { priority: below }) };
        return runVitest({ root, suites, rest, report }, options).then((code) => countResults(report, code));
      });
      results.push(...(await Promise.all(ended)));
    }
    return results.reduce(together, { passed: 0, failed: 0, skipped: 0, files: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
  };
}
