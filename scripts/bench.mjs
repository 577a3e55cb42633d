// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeApps } from './bench/apps.mjs';
import { budgets, judge } from './bench/budgets.mjs';
import { measure } from './bench/measure.mjs';
import { findPeers, installPeers } from './bench/peers.mjs';
import { machine, resultOf, resultTable, verdictTable, waitedFor } from './bench/print.mjs';
import { ownScenarios } from './bench/scenarios.mjs';
import { root } from './lib/sample-app.mjs';
import { StepFailed, run } from './lib/steps.mjs';

const usage = 'npm run bench -- [--rounds N] [--only ID,…] [--peers] [--dir DIR] [--json] [--strict] [--no-build]';

try {
  process.exitCode = await bench(readFlags());
} catch (error) {
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    console.error(`${error.message}\nUsage: ${usage}`);
    process.exitCode = 64;
  } else if (error instanceof StepFailed) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  } else throw error;
}

function readFlags() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '9' },
      only: { type: 'string' },
      peers: { type: 'boolean', default: false },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      build: { type: 'boolean', default: true },
    },
    allowNegative: true,
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new StepFailed(`--rounds ${values.rounds}: how many?\n${usage}`);
  return { ...values, rounds };
}

/**
 * @param {ReturnType<typeof readFlags>} flags
 * @returns {Promise<number>} the exit code
 */
async function bench(flags) {
  if (flags.build) await run(['npm', 'run', '--silent', 'build'], { cwd: root });
  const folder = flags.dir === undefined ? mkdtempSync(join(tmpdir(), 'identity-vault-bench-')) : resolve(flags.dir);
  try {
    return await benchIn(folder, flags);
  } finally {
    // The packages of the peers are worth keeping; a folder that was named is kept for the next run.
    if (flags.dir === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {ReturnType<typeof readFlags>} flags
 */
async function benchIn(folder, { rounds, only, peers, json, strict }) {
  if (peers) await installPeers(join(folder, 'peers'));
  const found = findPeers(join(folder, 'peers'));
  const all = [...ownScenarios(await makeApps(join(folder, 'apps')), folder), ...found.scenarios];
  const wanted = only?.split(',');
  const unknown = wanted?.filter((id) => !all.some((scenario) => scenario.id === id)) ?? [];
  if (unknown.length > 0)
    throw new StepFailed(`No such scenario here: ${unknown}. There are: ${all.map(({ id }) => id)}`);
  const scenarios = all.filter(({ id }) => id === 'node' || wanted === undefined || wanted.includes(id));
  const onRound = (/** @type {number} */ round) =>
    console.error(round === 0 ? 'warm-up' : `round ${round} of ${rounds}`);
  const measured = await measure(scenarios, { rounds, onRound });

  const results = scenarios.map((scenario) => resultOf(scenario, measured));
  const judged = budgets.map((budget) => ({ budget, verdict: judge(budget, measured) }));
  const verdicts = judged.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict]));
  const open = judged.filter(({ verdict }) => verdict === undefined).map(({ budget }) => budget);
  if (json) console.log(JSON.stringify({ machine: machine(), rounds, results, verdicts, open }, null, 2));
  else print({ results, verdicts, rounds, open, missing: found.missing });
  return strict && verdicts.some(({ isMet }) => !isMet) ? 1 : 0;
}

/**
 * @param {{
 *   results: import('./bench/print.mjs').Result[],
 *   verdicts: import('./bench/budgets.mjs').Verdict[],
 *   rounds: number,
 *   open: import('./bench/budgets.mjs').Budget[],
 *   missing: string[],
 * }} report
 */
function print({ results, verdicts, rounds, open, missing }) {
  const { node, platform, cpu, memory } = machine();
  console.log(`Node ${node}, ${platform}, ${cpu}, ${memory}; ${rounds} rounds\n`);
  console.log(`${resultTable(results)}\n\n${verdictTable(verdicts)}`);
  const waited = Math.round(waitedFor(results) * 100);
  if (waited > 20) {
    console.log(
      `\nThe machine was busy: node -e 0 waited ${waited} % of its time. Trust the CPU times and run it again.`,
    );
  }
  for (const { scenario, limit } of open) console.log(`\nNot judged: ${scenario} against ${limit}`);
  for (const title of missing) console.log(`Not measured: ${title} (run with --peers: installs it)`);
}
