// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, status: string, assertionResults: readonly { status: string }[] }} FileResult */

/**
 * Counts what Vitest reported. What it could not report counts as a failure: no file (it crashed), a test file that
 * didn't load, an exit code that no failed test explains.
 *
 * @param {string} reportFile written by Vitest's JSON reporter
 * @param {number} exitCode of Vitest
 * @returns {Counts & { files: readonly string[] }}
 */
export function countResults(reportFile, exitCode) {
  const results = readReport(reportFile);
  if (results === undefined) return { passed: 0, failed: 1, skipped: 0, files: [] };

  const tests = results.flatMap((file) => file.assertionResults);
  const count = (/** @type {(status: string) => boolean} */ is) => tests.filter((test) => is(test.status)).length;
  const passed = count((status) => status === 'passed');
  const failedTests = count((status) => status === 'failed');
  const brokenFiles = results.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = failedTests + brokenFiles;
  const unexplained = exitCode !== 0 && failed === 0 ? 1 : 0;
  return {
    passed,
    failed: failed + unexplained,
    skipped: tests.length - passed - failedTests,
    files: results.map((file) => file.name),
  };
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
