// @ts-check
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFailed, run } from '../lib/steps.mjs';
import { toolchains } from '../lib/toolchains.mjs';
import { swiftJudge } from './mutants/swift-judge.mjs';
import { tryMutants } from './mutants/try-mutants.mjs';
import { checkOf, LEAST_COVERAGE } from './outcome.mjs';
import { noticePlantedFaults } from './planted-faults.mjs';
import { unendedTests } from './unended-tests.mjs';
import { passedCases } from './vector-files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const host = join(root, 'native-plugin/ios');
const build = join(host, '.build');
const counts = join(build, 'vector-counts');
const MINUTE = 60_000;

/**
 * What is watched for. A bridge lives as long as its process, so only what the core loses is a leak.
 *
 * @type {readonly { name: string, watched: string, args: readonly string[], env?: NodeJS.ProcessEnv }[]}
 */
const WATCHES = [
  { name: 'races', watched: 'thread', args: [] },
  {
    name: 'wild memory and leaks in the core',
    watched: 'address',
    args: ['--filter', 'VaultCoreTests'],
    // More of them run no other lines.
    env: { SEQUENCES: '1000' },
  },
  {
    name: 'wild memory in the bridge',
    watched: 'address',
    args: ['--filter', 'VaultBridgeTests'],
    env: { ASAN_OPTIONS: 'detect_leaks=0' },
  },
];

/** @type {import('./outcome.mjs').Language} */
export const swift = {
  name: 'Swift',
  toolchain: [toolchains.swift],
  async test() {
    rmSync(counts, { recursive: true, force: true });
    mkdirSync(counts, { recursive: true });
    const checks = [
      await checkOf('tests', runTests),
      await checkOf('coverage', judgeCoverage),
      await checkOf('format', checkFormat),
      await checkOf('Swift 5', compileAsSwift5),
    ];
    return { vectors: passedCases(counts), checks };
  },
  async sanitize() {
    const checks = [await checkOf('planted faults', () => noticePlantedFaults(withSwift))];
    for (const { name, watched, args, env } of WATCHES) {
      checks.push(await checkOf(name, () => testWatched(watched, args, env)));
    }
    return { vectors: {}, checks };
  },
  async mutants() {
    return { vectors: {}, checks: [await checkOf('mutants', () => tryMutants(swiftJudge, { isWhole: true }))] };
  },
};

/** A folder of its own: the tests build the same with other options. */
const exchangeBuild = join(build, 'exchange');
/** Once in a process. @type {Promise<string> | undefined} */
let exchangeBuilt;

/**
 * Vaults of the core in Swift as files, see tests/cores/pairs.test.ts.
 *
 * @param {'seal' | 'open'} what
 * @param {string} file
 */
export async function exchangeInSwift(what, file) {
  exchangeBuilt ??= withSwift(['swift', 'build', '--product', 'vault-exchange', '--scratch-path', exchangeBuild]);
  await exchangeBuilt;
  await withSwift([join(exchangeBuild, 'debug/vault-exchange'), what, file]);
}

/** @param {readonly string[]} argv @param {NodeJS.ProcessEnv} [env] @param {import('../lib/steps.mjs').Spawned} [spawning] */
function withSwift(argv, env = {}, spawning = {}) {
  return run(['bash', join(root, 'scripts/toolchains/with-swift.sh'), ...argv], { cwd: host, env, ...spawning });
}

/**
 * A test that waits for ever says nothing, and keeps the folder from whatever builds there next.
 *
 * @param {readonly string[]} building options of the build
 * @param {{ args?: readonly string[], env?: NodeJS.ProcessEnv, limit: number }} testing of the tests alone; the limit in milliseconds
 */
async function swiftTest(building, { args = [], env = {}, limit }) {
  await withSwift(['swift', 'build', '--build-tests', ...building]);
  try {
    return passed(await withSwift(['swift', 'test', '--skip-build', ...building, ...args], env, { limit }));
  } catch (error) {
    const names = error instanceof StepFailed ? unendedTests(error.printed) : [];
    if (names.length > 0) throw new StepFailed(`These tests did not end: ${names.join(', ')}\n${String(error)}`);
    throw error;
  }
}

async function runTests() {
  return swiftTest(['--enable-code-coverage'], { env: { VECTOR_COUNTS: counts }, limit: 12 * MINUTE });
}

/** @param {string} printed */
function passed(printed) {
  const count = Number(/Test run with (\d+) tests? passed/.exec(printed)?.[1] ?? 0);
  if (count === 0) throw new Error('no test was run');
  return `${count} passed`;
}

/** Of each layer, so that a well-tested one doesn't hide another. */
async function judgeCoverage() {
  const report = (await withSwift(['swift', 'test', '--show-codecov-path'])).trim().split('\n').at(-1) ?? '';
  /** @type {{ data: { files: { filename: string, summary: { lines: { count: number, covered: number } } }[] }[] }} */
  const { data } = JSON.parse(readFileSync(report, 'utf8'));
  const sources = join(host, 'Sources/');
  const files = (data[0]?.files ?? []).filter(({ filename }) => filename.startsWith(sources));
  const layerOf = (/** @type {string} */ file) => file.slice(sources.length).split('/').slice(0, 2).join('/');
  const layers = [...new Set(files.map(({ filename }) => layerOf(filename)))].sort();
  const shares = ['', ...layers].map((layer) => ({
    layer,
    percent: coverageOf(files.filter(({ filename }) => filename.startsWith(`${sources}${layer}`))),
  }));
  const says = shares.map(({ layer, percent }) => `${layer || 'all'} ${percent.toFixed(1)} %`).join(', ');
  if (!shares.every(({ percent }) => percent >= LEAST_COVERAGE)) {
    throw new Error(`${says} of the lines; at least ${LEAST_COVERAGE} % is asked for`);
  }
  return `${says} of the lines`;
}

/** @param {readonly { summary: { lines: { count: number, covered: number } } }[]} files */
function coverageOf(files) {
  const lines = files.reduce((sum, { summary }) => sum + summary.lines.count, 0);
  const covered = files.reduce((sum, { summary }) => sum + summary.lines.covered, 0);
  return (100 * covered) / lines;
}

async function checkFormat() {
  const parts = ['../Package.swift', 'Package.swift', 'Sources', 'TestSupport', 'Tests'];
  await withSwift(['swift', 'format', 'lint', '--strict', '--recursive', ...parts]);
  return 'as swift format has it';
}

/** Apps whose own code is Swift 5 build the same sources. */
async function compileAsSwift5() {
  const version = ['-Xswiftc', '-swift-version', '-Xswiftc', '5', '-Xswiftc', '-warnings-as-errors'];
  await withSwift(['swift', 'build', '--target', 'VaultBridge', '--scratch-path', join(build, 'swift-5'), ...version]);
  return 'compiles in its language mode, without a warning';
}

/** @param {string} watched @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
async function testWatched(watched, args, env) {
  // No test is one of XCTest, whose own runner leaks.
  const building = [`--sanitize=${watched}`, '--disable-xctest', '--scratch-path', join(build, watched)];
  return swiftTest(building, { args, ...(env && { env }), limit: 30 * MINUTE });
}
