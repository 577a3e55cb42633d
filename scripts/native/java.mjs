// @ts-check
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/steps.mjs';
import { toolchains } from '../lib/toolchains.mjs';
import { javaFiles } from './compile-java.mjs';
import { host, maven } from './maven.mjs';
import { javaJudge } from './mutants/java-judge.mjs';
import { judgeMutants } from './mutants/mutation-score.mjs';
import { tryMutants } from './mutants/try-mutants.mjs';
import { checkOf, LEAST_COVERAGE } from './outcome.mjs';
import { passedCases } from './vector-files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(host, 'target');
const counts = join(target, 'vector-counts');

/** @type {import('./outcome.mjs').Language} */
export const java = {
  name: 'Java',
  toolchain: [toolchains.java, toolchains.mvn],
  async test() {
    rmSync(target, { recursive: true, force: true });
    const tests = await checkOf('tests', runTests);
    const coverage = await checkOf('coverage', () => Promise.resolve(judgeCoverage()));
    return { vectors: passedCases(counts), checks: [tests, coverage, await checkOf('format', checkFormat)] };
  },
  async mutants(layer) {
    const generated = () => checkOf('mutants that PIT makes', () => mutationsOf(layer));
    if (layer !== undefined) return { vectors: {}, checks: [await generated()] };
    const listed = await checkOf('mutants', () => tryMutants(javaJudge, { isWhole: true }));
    return { vectors: {}, checks: [listed, await generated()] };
  },
};

async function runTests() {
  await maven('test');
  const reports = readdirSync(join(target, 'surefire-reports')).filter((file) => file.endsWith('.xml'));
  const count = reports.reduce((sum, file) => sum + testsOf(join(target, 'surefire-reports', file)), 0);
  if (count === 0) throw new Error('no test was run');
  return `${count} passed; error-prone and all warnings of javac: nothing`;
}

/** @param {string} report */
function testsOf(report) {
  return Number(/<testsuite [^>]*\btests="(\d+)"/.exec(readFileSync(report, 'utf8'))?.[1]);
}

/** Of each layer, so that a well-tested one doesn't hide another. */
function judgeCoverage() {
  const [head = '', ...lines] = readFileSync(join(target, 'site/jacoco/jacoco.csv'), 'utf8').trim().split('\n');
  const rows = lines.map((line) => rowOf(head.split(','), line.split(',')));
  const layers = [...new Set(rows.map(({ layer }) => layer))].sort();
  const shares = ['', ...layers].map((layer) => ({
    layer,
    percent: coverageOf(rows.filter((row) => layer === '' || row.layer === layer)),
  }));
  const says = shares.map(({ layer, percent }) => `${layer || 'all'} ${percent.toFixed(1)} %`).join(', ');
  if (!shares.every(({ percent }) => percent >= LEAST_COVERAGE)) {
    throw new Error(`${says} of the lines; at least ${LEAST_COVERAGE} % is asked for`);
  }
  return `${says} of the lines`;
}

/**
 * @param {readonly string[]} names of the columns
 * @param {readonly string[]} cells of one class
 */
function rowOf(names, cells) {
  const cell = (/** @type {string} */ name) => cells[names.indexOf(name)] ?? '';
  const folders = cell('PACKAGE').replace('dev.identityvault.capacitor.', '').split('.');
  return {
    layer: folders.slice(0, folders[0] === 'core' ? 2 : 1).join('/'),
    covered: Number(cell('LINE_COVERED')),
    missed: Number(cell('LINE_MISSED')),
  };
}

/** @param {readonly { covered: number, missed: number }[]} rows */
function coverageOf(rows) {
  const covered = rows.reduce((sum, row) => sum + row.covered, 0);
  return (100 * covered) / rows.reduce((sum, row) => sum + row.covered + row.missed, 0);
}

async function checkFormat() {
  const sources = ['main', 'test'].map((kind) => join(root, 'native-plugin/android/src', kind, 'java'));
  const files = sources.flatMap(javaFiles);
  const jar = await formatter();
  const list = join(target, 'format/files');
  // Hundreds of arguments would hide the one file that a failure names.
  writeFileSync(list, files.map((file) => relative(host, file)).join('\n'));
  await run(['java', '-jar', jar, '--aosp', '--dry-run', '--set-exit-if-changed', `@${relative(host, list)}`], {
    cwd: host,
  });
  return `${files.length} files as google-java-format has them`;
}

/** The formatter as the project of the tests pins it. */
async function formatter() {
  const pom = readFileSync(join(host, 'pom.xml'), 'utf8');
  const version = /<google\.java\.format\.version>(.*?)</.exec(pom)?.[1];
  const artifact = `com.google.googlejavaformat:google-java-format:${version}:jar:all-deps`;
  const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
  await maven(copy, `-Dartifact=${artifact}`, `-DoutputDirectory=${join(target, 'format')}`);
  return join(target, 'format', `google-java-format-${version}-all-deps.jar`);
}

/** @param {string | undefined} layer of the core; by default all of them */
async function mutationsOf(layer) {
  const mutated = layer === undefined ? [] : [`-Dmutated=dev.identityvault.capacitor.core.${layer}.*`];
  rmSync(join(target, 'pit-reports'), { recursive: true, force: true });
  const goals = ['test-compile', 'org.pitest:pitest-maven:mutationCoverage', '-Pmutants', '-Djacoco.skip=true'];
  await maven(...goals, ...mutated);
  return judgeMutants(readFileSync(join(target, 'pit-reports/mutations.xml'), 'utf8'));
}
