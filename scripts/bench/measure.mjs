// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StepFailed } from '../lib/steps.mjs';

const preload = fileURLToPath(new URL('report-usage.cjs', import.meta.url));

/**
 * One whole process: milliseconds from start to exit, milliseconds of processor time, MiB at the peak. Time and memory
 * of further processes it starts are not counted, their wall time is.
 *
 * @typedef {{ wall: number, cpu: number, memory: number }} Figures
 * @typedef {{
 *   id: string,
 *   title: string,
 *   argv: readonly string[],
 *   cwd?: string,
 *   exitCode?: number,
 *   prepare?: () => void,
 *   verify?: (output: string) => boolean,
 * }} Scenario `argv` is Node's. What `prepare` does is not measured; an output that `verify` refuses is a failure.
 */

/**
 * Runs every scenario once a round, in turn, so that all of them see the same machine.
 *
 * @param {readonly Scenario[]} scenarios
 * @param {{ rounds: number, onRound: (round: number) => void }} options
 * @returns {Promise<Map<string, Figures[]>>}
 */
export async function measure(scenarios, { rounds, onRound }) {
  /** @type {Map<string, Figures[]>} */
  const measured = new Map(scenarios.map(({ id }) => [id, []]));
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-bench-usage-'));
  try {
    // Round 0 warms the caches of the machine up and isn't counted.
    for (let round = 0; round <= rounds; round += 1) {
      onRound(round);
      for (const scenario of scenarios) {
        const figures = await measureOnce(scenario, folder);
        if (round > 0) measured.get(scenario.id)?.push(figures);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return measured;
}

/**
 * @param {Scenario} scenario
 * @param {string} folder
 * @returns {Promise<Figures>}
 * @throws {StepFailed} when the process doesn't end as it should: a failure is fast
 */
async function measureOnce({ id, argv, cwd, exitCode = 0, prepare, verify = () => true }, folder) {
  prepare?.();
  const { wall, pid, code, output } = await timed(argv, { cwd, folder });
  const usage = join(folder, `${pid}.json`);
  if (code !== exitCode || !verify(output) || !existsSync(usage)) {
    throw new StepFailed(`${output.slice(-2000)}\n\n${id} (node ${argv.join(' ')}) ended with ${code}, unexpectedly.`);
  }
  const figures = JSON.parse(readFileSync(usage, 'utf8'));
  rmSync(usage);
  return { wall, ...figures };
}

/**
 * @param {readonly string[]} argv
 * @param {{ cwd: string | undefined, folder: string }} where
 * @returns {Promise<{ wall: number, pid: number | undefined, code: number | null, output: string }>}
 */
function timed(argv, { cwd, folder }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--require', preload, ...argv], {
      cwd,
      env: { ...process.env, ...quiet, BENCH_USAGE: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let wall = 0;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.on('error', reject);
    child.on('exit', () => (wall = performance.now() - started));
    child.on('close', (code) => resolve({ wall, pid: child.pid, code, output }));
  });
}

/** No tool that is measured asks, or calls home. */
const quiet = { CI: '1', NG_CLI_ANALYTICS: 'false', NO_COLOR: '1', DO_NOT_TRACK: '1', FORCE_COLOR: undefined };
