// @ts-check
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { run } from '../../lib/steps.mjs';
import { compileJava, javaFiles } from '../compile-java.mjs';
import { host, libraries } from '../maven.mjs';
import { addFolder, editOnce, putMutants, writeFiles } from './mutated-copy.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const here = join(root, 'scripts/native/mutants');
const sources = join(root, 'native-plugin/android/src');
const folder = join(host, 'target/mutants');
const copy = join(folder, 'copy');
const judge = join(folder, 'judge');
const classes = join(folder, 'classes');
const classPathFile = join(folder, 'class-path');
const mainPackage = 'main/java/dev/identityvault/capacitor';
const testPackage = 'test/java/dev/identityvault/capacitor';
const isMutant = (/** @type {number} */ number) => `dev.identityvault.capacitor.core.Mutant.is(${number})`;

/** @type {import('./schemata.mjs').Choices} */
const choices = {
  expression: (number, to, from) => `(${isMutant(number)} ? (${to}) : (${from}))`,
  statements: (number, to, from) => `if (${isMutant(number)}) { ${to} } else { ${from} }`,
};

/** How much longer than without a mutant tests may take: what takes longer goes on for ever. */
const PATIENCE = 4;

/** Thousands of random stories for each mutant would take hours. */
const slow = /\/(VaultModelTest|TwoInstancesTest|LockPropertiesTest|ConcurrencyTest)\.java$/;

/** @type {import('./try-mutants.mjs').Judge} */
export const javaJudge = {
  language: 'Java',
  async build(mutants) {
    /** @type {import('./mutated-copy.mjs').Files} */
    const files = new Map();
    for (const [from, part] of /** @type {const} */ ([
      [mainPackage, 'core'],
      [mainPackage, 'crypto'],
      [testPackage, 'core'],
    ])) {
      addFolder(files, join(sources, `${from}/${part}`), `${from}/${part}`);
    }
    putMutants(files, `${mainPackage}/core`, mutants, choices);
    files.set(`${mainPackage}/core/Mutant.java`, readFileSync(join(here, 'Mutant.java'), 'utf8'));
    const remembering = `${testPackage}/core/support/RememberingKdf.java`;
    editOnce(files, remembering, 'new HashMap<>()', 'dev.identityvault.mutants.Judge.DERIVED');
    rmSync(folder, { recursive: true, force: true });
    writeFiles(copy, files);

    const jars = await libraries(classPathFile);
    await compileJava([join(here, 'Judge.java')], judge, jars);
    await compileJava(javaFiles(copy), classes, [...jars, judge]);
  },
  async judge(numbers) {
    const { reaching } = await baseline();
    /** @type {Map<number, string | undefined>} */
    const killers = new Map();
    const unreached = numbers.filter((number) => reaching(number).length === 0);
    for (const number of unreached) killers.set(number, undefined);
    let asked = numbers.filter((number) => !killers.has(number));
    while (asked.length > 0) {
      const answers = await ask(asked.map((number) => question(number, reaching(number))));
      for (const [, outcome, number, killer] of answers.map(
        (line) => /^(killed|survived) (\d+) ?(.*)$/.exec(line) ?? [],
      )) {
        killers.set(Number(number), outcome === 'killed' ? killer : undefined);
      }
      const left = asked.filter((number) => !killers.has(number));
      // Whatever ended the process is the work of the one it was at.
      if (left.length > 0) killers.set(/** @type {number} */ (left[0]), 'the end of the process');
      asked = left.slice(1);
    }
    return killers;
  },
};

/** Without a mutant every test passes. Which classes reach a mutant, the quickest first. */
async function baseline() {
  const answers = await ask([['0', '0', ...testClasses()].join(' ')]);
  const failed = answers.filter((line) => line.startsWith('failed'));
  if (failed.length > 0) throw new Error(`Without a mutant: ${failed.join('\n')}`);
  const classes = answers.map((line) => {
    const [, name = '', time, numbers = ''] = /^reached (\S+) (\d+) \{(.*)\}$/.exec(line) ?? [];
    return { name, time: Number(time), reached: new Set(numbers.split(', ').map(Number)) };
  });
  const byTime = classes.sort((a, b) => rank(a) - rank(b));
  return {
    reaching: (/** @type {number} */ number) => byTime.filter(({ reached }) => reached.has(number)),
  };
}

/** @typedef {{ name: string, time: number }} TestClass */

/** @param {number} number @param {readonly TestClass[]} tests */
function question(number, tests) {
  const limit = tests.reduce((sum, { time }) => sum + time, 0) * PATIENCE + 10_000;
  return [number, limit, ...tests.map(({ name }) => name)].join(' ');
}

/** Vectors before the port's own tests: they are what all ports share. @param {TestClass} test */
function rank({ name, time }) {
  return /VectorsTest$/.test(name) ? time : 1_000_000 + time;
}

function testClasses() {
  const tests = join(copy, 'test/java');
  return javaFiles(tests)
    .filter((file) => file.endsWith('Test.java') && !slow.test(file))
    .map((file) =>
      relative(tests, file)
        .replace(/\.java$/, '')
        .replaceAll('/', '.'),
    );
}

/**
 * @param {readonly string[]} questions a line each
 * @returns {Promise<readonly string[]>} as many lines as were answered before the process ended
 */
function ask(questions) {
  const vectors = `-Dvectors=${join(root, 'native-plugin/vectors')}`;
  const counts = `-Dcounts=${join(folder, 'counts')}`;
  const path = [readFileSync(classPathFile, 'utf8').trim(), judge].join(delimiter);
  const java = spawn(
    'java',
    ['-Dfile.encoding=UTF-8', vectors, counts, '-cp', path, 'dev.identityvault.mutants.Judge', join(classes, '/')],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  /** @type {string[]} */
  const answers = [];
  createInterface({ input: java.stdout }).on('line', (line) => {
    if (/^(reached|failed|killed|survived) /.test(line)) answers.push(line);
  });
  // Nobody reads the rest of the questions where the process ended.
  java.stdin.on('error', () => undefined);
  java.stdin.end(questions.map((line) => `${line}\n`).join(''));
  return new Promise((resolve, reject) => {
    java.on('error', reject);
    java.on('close', () => resolve(answers));
  });
}
