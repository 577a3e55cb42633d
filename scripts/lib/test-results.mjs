// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ status: string, fullName: string, failureMessages: readonly string[] }} TestResult */
/** @typedef {{ name: string, status: string, message: string, assertionResults: readonly TestResult[] }} FileResult */

/**
 * What a run of Vitest left: results by file, and what it could not put into any of them.
 *
 * @typedef {{ files: readonly FileResult[], faults: readonly string[] }} Report
 */

/** Lines of a failed test's message that the end of the log repeats: what was expected and where, not the whole trace. */
const MESSAGE_LINES = 20;

/**
 * Reads what Vitest reported. What it could not report is a fault: no file (it crashed), an exit code that no failed test explains.
 *
 * @param {{ report: string, unhandled: string }} paths of what Vitest's JSON reporter wrote, and of its errors that no test had
 * @param {number} exitCode of Vitest
 * @returns {Report}
 */
export function readReport({ report, unhandled }, exitCode) {
  const files = parseReport(report);
  if (files === undefined) {
    return { files: [], faults: [`Vitest ended with exit code ${exitCode} and left no whole report`] };
  }
  if (exitCode === 0 || files.some(({ status }) => status === 'failed')) return { files, faults: [] };
  const errors = existsSync(unhandled) ? readFileSync(unhandled, 'utf8') : '';
  return { files, faults: [shortened(`Vitest ended with exit code ${exitCode}, and no test failed`, errors)] };
}

/**
 * @param {Report} report
 * @returns {Counts}
 */
export function countReport({ files, faults }) {
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failedTests = tests.filter(hasFailed).length;
  const failed = files.flatMap(failuresOf).length + faults.length;
  return { passed, failed, skipped: tests.length - passed - failedTests };
}

/**
 * A text for each failure: the test with its file, and the first lines of its message.
 *
 * @param {Report} report
 * @returns {readonly string[]}
 */
export function describeFailures({ files, faults }) {
  return [...files.flatMap(failuresOf), ...faults];
}

/**
 * Files with a failure, each once.
 *
 * @param {Report} report
 * @returns {readonly string[]}
 */
export function failedFiles({ files }) {
  return [...new Set(files.filter(hasFailed).map(({ name }) => name))];
}

/**
 * A report in which files that were run again have their later results.
 *
 * @param {Report} first
 * @param {Report} again
 * @returns {Report}
 */
export function withLater(first, again) {
  const names = new Set(again.files.map(({ name }) => name));
  return {
    files: [...first.files.filter(({ name }) => !names.has(name)), ...again.files],
    faults: [...first.faults, ...again.faults],
  };
}

/**
 * Of the first report, the files that failed in it and passed later.
 *
 * @param {Report} first
 * @param {Report} again
 * @returns {Report}
 */
export function recovered(first, again) {
  const bad = failedFiles(again);
  const good = again.files.map(({ name }) => name).filter((name) => !bad.includes(name));
  return { files: first.files.filter(({ name }) => good.includes(name)), faults: [] };
}

/**
 * Several reports as one.
 *
 * @param {readonly Report[]} reports
 * @returns {Report}
 */
export function joinReports(reports) {
  return { files: reports.flatMap(({ files }) => files), faults: reports.flatMap(({ faults }) => faults) };
}

/**
 * @param {FileResult} file
 * @returns {string[]}
 */
function failuresOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter(hasFailed);
  if (failed.length > 0) {
    return failed.map((test) => shortened(`${name} > ${test.fullName}`, test.failureMessages.join('\n')));
  }
  // It didn't load, or a hook of it failed.
  return status === 'failed' ? [shortened(name, message)] : [];
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
function parseReport(path) {
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
