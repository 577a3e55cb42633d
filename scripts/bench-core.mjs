// @ts-check
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coreBenchmarks } from './bench/core-languages.mjs';
import { coreTables, missedBudgets } from './bench/core-report.mjs';
import { StepFailed } from './lib/steps.mjs';

const flags = coreBenchmarks.map(({ name }) => name.toLowerCase());
const usage = `npm run bench:core -- ${flags.map((flag) => `[--${flag}]`).join(' ')} [--rounds N] [--json] [--strict]`;

try {
  await bench();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`${error.message}\nUsage: ${usage}`);
  process.exitCode = 1;
}

async function bench() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '100' },
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      ...Object.fromEntries(flags.map((flag) => [flag, /** @type {const} */ ({ type: 'boolean', default: false })])),
    },
  });
  /** @type {Readonly<Record<string, unknown>>} */
  const given = values;
  const named = coreBenchmarks.filter(({ name }) => given[name.toLowerCase()] === true);
  const measured = [];
  for (const language of named.length > 0 ? named : coreBenchmarks) {
    measured.push({ language: language.name, ...(await measure(language, String(values.rounds))) });
  }
  console.log(values.json === true ? JSON.stringify(measured) : coreTables(measured));
  const missed = missedBudgets(measured);
  for (const line of missed) console.error(`Missed: ${line}`);
  if (values.strict === true && missed.length > 0) process.exitCode = 1;
}

/** @param {import('./bench/core-languages.mjs').CoreBenchmark} language @param {string} rounds */
async function measure(language, rounds) {
  await language.build();
  const folder = mkdtempSync(join(tmpdir(), 'core-bench-'));
  const ofMemory = join(folder, 'memory');
  mkdirSync(ofMemory);
  try {
    /** @type {import('./bench/core-report.mjs').CoreTimes} */
    const times = JSON.parse(await language.start(['times', folder, rounds]));
    /** @type {Readonly<Record<string, number>>} */
    const memory = JSON.parse(await language.start(['memory', ofMemory]));
    return { times, memory };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
