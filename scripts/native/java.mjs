// @ts-check
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/steps.mjs';
import { toolchains } from '../lib/toolchains.mjs';
import { host, maven } from './maven.mjs';
import { javaJudge } from './mutants/java-judge.mjs';
import { tryMutants } from './mutants/try-mutants.mjs';
import { checkOf, LEAST_COVERAGE } from './outcome.mjs';
import { passedCases } from './vector-files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(host, 'target');
const counts = join(target, 'vector-counts');

/** Least share of mutants that the tests have to notice, in percent. */
const LEAST_KILLED = 85;

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
  async mutants() {
    const listed = await checkOf('mutants', () => tryMutants(javaJudge, { isWhole: true }));
    const generated = await checkOf('mutants that PIT makes', async () => {
      await maven('test-compile', 'org.pitest:pitest-maven:mutationCoverage', '-Pmutants');
      return mutationScore();
    });
    return { vectors: {}, checks: [listed, generated] };
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

function judgeCoverage() {
  const [head = '', ...rows] = readFileSync(join(target, 'site/jacoco/jacoco.csv'), 'utf8').trim().split('\n');
  const columns = head.split(',');
  /** @param {string} name */
  const sum = (name) => rows.reduce((total, row) => total + Number(row.split(',')[columns.indexOf(name)]), 0);
  const covered = sum('LINE_COVERED');
  const lines = covered + sum('LINE_MISSED');
  const percent = (100 * covered) / lines;
  const says = `${covered} of ${lines} lines, ${percent.toFixed(1)} %`;
  if (!(percent >= LEAST_COVERAGE)) throw new Error(`${says}; at least ${LEAST_COVERAGE} % is asked for`);
  return says;
}

async function checkFormat() {
  const sources = ['main', 'test'].map((kind) => join(root, 'native-plugin/android/src', kind, 'java'));
  const files = sources.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const javaFiles = files.filter((file) => file.endsWith('.java'));
  await run(['java', '-jar', await formatter(), '--aosp', '--dry-run', '--set-exit-if-changed', ...javaFiles], {
    cwd: host,
  });
  return `${javaFiles.length} files as google-java-format has them`;
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

function mutationScore() {
  const report = readFileSync(join(target, 'pit-reports/mutations.xml'), 'utf8');
  const all = report.match(/<mutation /g)?.length ?? 0;
  const detected = report.match(/detected='true'/g)?.length ?? 0;
  const percent = (100 * detected) / all;
  const says = `${detected} of ${all} killed, ${percent.toFixed(1)} %`;
  if (!(percent >= LEAST_KILLED)) throw new Error(`${says}; at least ${LEAST_KILLED} % is asked for`);
  return says;
}
