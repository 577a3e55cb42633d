// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPatient, lanesOf } from './lanes-of.mjs';
import { runShown } from './steps.mjs';
import { describeFailures, failedFiles, joinReports, readReport, recovered, withLater } from './test-results.mjs';

/** @typedef {import('./test-results.mjs').Report} Report */

/**
 * What suites came to.
 *
 * @typedef {object} Outcome
 * @property {Report} report
 * @property {readonly string[]} once what failed, and passed when its file was run again
 */

/**
 * Runs suites with Vitest: those that can share processors first, then the others, two at a time.
 *
 * @param {string} root
 * @param {readonly string[]} chosen
 * @param {readonly string[]} rest arguments for Vitest
 * @param {{ again?: boolean }} [options] again: a file with a failure is run once more
 * @returns {Promise<Outcome>}
 */
export async function runSuites(root, chosen, rest, { again = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-test-'));
  // With a filter, a Vitest that finds nothing in its part would be a failure.
  const isFiltered = rest.length > 0 && chosen.length > 0;
  const phases = isFiltered ? [[[chosen]]] : lanesOf(chosen);
  // One folder for the processes of a run: the apps in it are installed and built once.
  const env = { E2E_DIR: process.env['E2E_DIR'] ?? join(folder, 'apps') };
  try {
    /** @type {Outcome[]} */
    const outcomes = [];
    for (const [index, lanes] of phases.entries()) {
      const place = { root, rest, env, again, isBeside: lanes.length > 1 };
      const ended = lanes.map((lane, at) => runLane(lane, { ...place, report: join(folder, `${index}-${at}`) }));
      outcomes.push(...(await Promise.all(ended)).flat());
    }
    return {
      report: joinReports(outcomes.map(({ report }) => report)),
      once: outcomes.flatMap(({ once }) => once),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {{ root: string, rest: readonly string[], env: NodeJS.ProcessEnv, again: boolean, isBeside: boolean, report: string }} Place
 */

/**
 * @param {import('./lanes-of.mjs').Lane} lane
 * @param {Place} place
 */
async function runLane(lane, place) {
  const outcomes = [];
  for (const [index, suites] of lane.entries()) {
    outcomes.push(await runStep(suites, { ...place, report: `${place.report}-${index}` }));
  }
  return outcomes;
}

/**
 * @param {import('./lanes-of.mjs').Step} suites
 * @param {Place} place
 * @returns {Promise<Outcome>}
 */
async function runStep(suites, place) {
  const first = await runOnce(suites, place);
  const files = place.again ? failedFiles(first) : [];
  if (files.length === 0) return { report: first, once: [] };
  console.log(`Run again, for a test of it failed: ${files.join(', ')}`);
  const rest = [...place.rest, ...files];
  const again = await runOnce(suites, { ...place, rest, report: `${place.report}-again` });
  return { report: withLater(first, again), once: describeFailures(recovered(first, again)) };
}

/**
 * @param {import('./lanes-of.mjs').Step} suites
 * @param {Place} place
 */
async function runOnce(suites, { root, rest, env, isBeside, report }) {
  const paths = { report: `${report}.json`, unhandled: `${report}-unhandled.txt` };
  const options = {
    env: { ...env, UNHANDLED_ERRORS: paths.unhandled },
    isBeside,
    ...(isBeside && isPatient(suites) && { priority: lowered() }),
  };
  return readReport(paths, await runVitest({ root, suites, rest, report: paths.report }, options));
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
