// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ status: string, fullName: string, failureMessages: readonly string[] }} TestResult */
/** @typedef {{ name: string, status: string, message: string, assertionResults: readonly TestResult[] }} FileResult */

/**
 * What a run of Vitest came to.
 *
 * @typedef {Counts & { files: readonly string[], failures: readonly string[] }} Results `failures`: one text for each
 */

/** Lines of a failed test's message that the end of the log repeats: what was expected and where, not the whole trace. */
const MESSAGE_LINES = 20;

/**
 * Counts what Vitest reported. What it could not report counts as a failure: no file (it crashed), a test file that
 * didn't load, an exit code that no failed test explains.
 *
 * @param {{ report: string, unhandled: string }} paths of what Vitest's JSON reporter wrote, and of its errors that no test had
 * @param {number} exitCode of Vitest
 * @returns {Results}
 */
export function readResults({ report, unhandled }, exitCode) {
  const results = readReport(report);
  if (results === undefined) {
    const crash = `Vitest ended with exit code ${exitCode} and left no whole report`;
    return { passed: 0, failed: 1, skipped: 0, files: [], failures: [crash] };
  }

  const tests = results.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failedTests = tests.filter(hasFailed).length;
  const failures = results.flatMap(failuresOf);
  if (exitCode !== 0 && failures.length === 0) {
    const errors = existsSync(unhandled) ? readFileSync(unhandled, 'utf8') : '';
    failures.push(shortened(`Vitest ended with exit code ${exitCode}, and no test failed`, errors));
  }
  return {
    passed,
    failed: failures.length,
    skipped: tests.length - passed - failedTests,
    files: results.map((file) => file.name),
    failures,
  };
}

/**
 * @param {FileResult} file
 * @returns {string[]}
 */
function failuresOf({ name, status, message, assertionResults }) {
  if (status !== 'failed') return [];
  const failed = assertionResults.filter(hasFailed);
  // It didn't load, or a hook of it failed.
  if (failed.length === 0) return [shortened(name, message)];
  return failed.map((test) => shortened(`${name} > ${test.fullName}`, test.failureMessages.join('\n')));
}

/** @param {{ status: string }} result */
function hasFailed({ status }) {
  return status === 'failed';
}

/**
 * @param {string} title
 * @param {string} message
 */
function shortened(title, message) {
  const lines = message.split('\n').slice(0, MESSAGE_LINES);
  return [title, ...lines.map((line) => `  ${line}`)].join('\n').trimEnd();
}

/**
 * @param {string} path
 * @returns {readonly FileResult[] | undefined}
 */
function readReport(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults;
  } catch {
    return undefined;
  }
}

/**
 * The last line of `npm test`.
 *
 * @param {Counts} counts
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
