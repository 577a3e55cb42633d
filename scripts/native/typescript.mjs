// @ts-check
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/steps.mjs';
import { checkOf } from './outcome.mjs';
import { countOf, vectorFiles } from './vector-files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The test files that go through the vectors. */
const FILES = ['vectors', 'envelope-vectors', 'slots/attempt-vectors'];

/** The test that the core makes every file again, all operations and what is left of killed ones included. */
const REMADE = 'the files are what the generator makes, byte for byte';

/** @type {import('./outcome.mjs').Language} */
export const typescript = {
  name: 'TypeScript',
  toolchain: [],
  async test() {
    const folder = mkdtempSync(join(tmpdir(), 'identity-vault-native-'));
    const report = join(folder, 'report.json');
    const check = await checkOf('vectors', () => runVitest(report));
    const passed = check.isGood ? passedTests(report) : [];
    rmSync(folder, { recursive: true });
    return { vectors: countCases(passed), checks: [check] };
  },
};

/** @param {string} report */
async function runVitest(report) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const files = FILES.map((file) => `native-plugin/tests/core/${file}.test.ts`);
  const options = ['--project', 'plugin', '--reporter=json', `--outputFile.json=${report}`];
  await run([process.execPath, vitest, 'run', ...options, ...files], { cwd: root });
  return `${passedTests(report).length} passed`;
}

/** @param {string} report */
function passedTests(report) {
  /** @type {{ testResults: { assertionResults: { fullName: string, status: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const passed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'passed'),
  );
  return passed.map(({ fullName }) => fullName);
}

/** @param {readonly string[]} passed full names of tests */
function countCases(passed) {
  return Object.fromEntries(vectorFiles().map(({ file, cases }) => [file, countPassed(file, cases, passed)]));
}

/**
 * @param {string} file
 * @param {readonly import('./vector-files.mjs').VectorCase[]} cases
 * @param {readonly string[]} passed
 */
function countPassed(file, cases, passed) {
  if (file === 'operations.json') return passed.includes(REMADE) ? countOf(cases) : 0;
  // Then comes the id of the case, quoted.
  return passed.filter((name) => name.startsWith(`${PREFIX[file]} '`)).length;
}

/** How the names of the tests of a file's cases begin. @type {Readonly<Record<string, string>>} */
const PREFIX = {
  'anchors.json': 'anchors',
  'attempts.json': 'attempts',
  'device-function.json': 'device function',
  'envelopes.json': 'envelopes',
  'kems.json': 'kems',
  'known-answers.json': 'published known answers',
  'passcodes.json': 'passcode',
  'payloads.json': 'payload',
  'scopes.json': 'scopes',
  'state-machine.json': 'state machine',
};
