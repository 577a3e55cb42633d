// @ts-check
// Runs before anything is installed: nothing but node: modules here and in lib/.
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { installPackages, isInstalled } from './lib/install-packages.mjs';
import { runSuites } from './lib/run-suites.mjs';
import { StepFailed, run, step } from './lib/steps.mjs';
import { chooseSuites } from './lib/choose-suites.mjs';
import { suiteOf } from './lib/suite-of.mjs';
import { countReport, describeFailures, summaryLine } from './lib/test-results.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const requireAll = process.env['REQUIRE_ALL'] === '1';

process.exitCode = await main(process.argv.slice(2));

/**
 * @param {readonly string[]} args passed on to Vitest, `--project` excepted
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { chosen, missing, rest } = chooseSuites(args);
  if (!(await prepare())) return end({ passed: 0, failed: 1, skipped: missing.length });
  const lint = lintBeside();
  const { report, once } = await runSuites(root, chosen, rest, { again: requireAll });
  const counts = countReport(report);
  const linted = await attempt(() => step('Lint, beside the suites', () => lint));
  // With a filter a suite may well have nothing to run; without one it has lost its tests.
  const empty = rest.length > 0 ? [] : chosen.filter((suite) => isEmpty(suite, report.files));
  for (const { suite, need } of missing) {
    console.log(`Skipped: ${suite}, because ${need.command} is not there. To get it: ${need.install}`);
  }
  for (const suite of empty) console.log(`Skipped: ${suite}, because it has no tests`);
  if (!linted) console.log('Failed: lint (shown above)');
  // Once more at the end: a log of an hour is often shown in parts.
  for (const failure of once) console.log(`Failed once, and passed when it was run again: ${failure}`);
  for (const failure of describeFailures(report)) console.log(`Failed: ${failure}`);

  return end({
    passed: counts.passed,
    failed: counts.failed + (linted ? 0 : 1),
    skipped: counts.skipped + missing.length + empty.length,
  });
}

/** Installs and builds; the suites need both. */
async function prepare() {
  return attempt(async () => {
    if (!isInstalled(root)) await step('Install packages', () => installPackages(root));
    await step('Build', () => run(['npm', 'run', '--silent', 'build'], { cwd: root }));
  });
}

/** The suites wait for npm and for browsers half of the time, so that it costs next to none of its own. */
function lintBeside() {
  const lint = run(['npm', 'run', '--silent', 'lint'], { cwd: root, priority: constants.priority.PRIORITY_LOW });
  // It is heard of when the suites are over.
  lint.catch(() => undefined);
  return lint;
}

/**
 * @param {string} suite
 * @param {readonly { name: string }[]} files
 */
function isEmpty(suite, files) {
  const paths = files.map(({ name }) => name.slice(root.length).replaceAll('\\', '/'));
  if (suite !== 'vectors-in-chromium') return !paths.some((path) => suiteOf(path) === suite);
  // Its files are the plugin's, run once more: the report has those twice.
  const vectors = files.filter(({ name }) => name.endsWith('core/vectors.test.ts')).length;
  return vectors <= files.filter(({ name }) => name.endsWith('core/exports.test.ts')).length;
}

/**
 * @param {() => Promise<unknown>} action
 * @returns {Promise<boolean>} whether it worked
 */
async function attempt(action) {
  try {
    await action();
    return true;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message);
    return false;
  }
}

/** @param {import('./lib/test-results.mjs').Counts} counts */
function end(counts) {
  const skipFails = requireAll && counts.skipped > 0;
  if (skipFails) console.log('REQUIRE_ALL=1: a skip fails.');
  if (counts.passed + counts.failed === 0) {
    console.log('Nothing was run.');
    counts = { ...counts, failed: 1 };
  }
  console.log(summaryLine(counts));
  return counts.failed > 0 || skipFails ? 1 : 0;
}
