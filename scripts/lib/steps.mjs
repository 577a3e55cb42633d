// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A step that didn't work, with what to show for it. */
export class StepFailed extends Error {
  /** @param {string} [message] @param {string} [printed] all that the command printed */
  constructor(message, printed = '') {
    super(message);
    this.printed = printed;
  }
}

/** @type {Map<import('node:child_process').ChildProcess, (signal: NodeJS.Signals) => void>} how to end it */
const running = new Map();

/** How long what is asked to end may take for that, in milliseconds. */
const GRACE = 10_000;

const endings = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143 });

/** Off a terminal nobody else tells the commands that are running. @param {NodeJS.Signals} signal */
function endAll(signal) {
  for (const stop of running.values()) stop(signal);
  process.exit(endings[/** @type {keyof typeof endings} */ (signal)]);
}

/** @param {import('node:child_process').ChildProcess} child @param {(signal: NodeJS.Signals) => void} stop */
function begin(child, stop) {
  if (running.size === 0) for (const signal of Object.keys(endings)) process.on(signal, endAll);
  running.set(child, stop);
}

/**
 * Listens only while a command runs: a process of tests has this file once for each of its projects.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function end(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of Object.keys(endings)) process.off(signal, endAll);
}

/**
 * Runs a step under a name, and says how long it took. On a terminal the elapsed time counts up; elsewhere every line
 * is printed once, so that a log stays readable.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} run
 * @returns {Promise<T>}
 */
export async function step(name, run) {
  const started = performance.now();
  const elapsed = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY && process.env['TERM'] !== 'dumb';
  const clear = live ? '\r\x1b[K' : '';
  const redraw = () => process.stdout.write(`\r${name} … ${elapsed()}`);

  if (live) redraw();
  else console.log(`${name} …`);
  const clock = live ? setInterval(redraw, 500) : undefined;
  try {
    const result = await run();
    console.log(`${clear}${name}: done in ${elapsed()}`);
    return result;
  } catch (error) {
    console.log(`${clear}${name}: failed after ${elapsed()}`);
    throw error;
  } finally {
    clearInterval(clock);
  }
}

/**
 * Runs a command to its end. Its output goes to a log file, whose tail is shown when the command fails.
 *
 * @param {readonly [string, ...string[]]} argv
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv } & Spawned} where
 * @returns {Promise<string>} what it printed
 * @throws {StepFailed}
 */
export async function run(argv, { cwd, env = {}, ...spawning }) {
  const folder = mkdtempSync(join(tmpdir(), 'identity-vault-log-'));
  const log = join(folder, 'output.log');
  const output = openSync(log, 'w');
  const ending = await spawned(
    argv,
    { cwd, env: { ...process.env, ...env }, stdio: ['ignore', output, output] },
    spawning,
  );
  closeSync(output);
  const printed = readFileSync(log, 'utf8').trimEnd();
  if (ending.code !== 0) {
    const tail = printed.split('\n').slice(-40).join('\n');
    throw new StepFailed(`${tail}\n\n${argv.join(' ')} ${ending.reason}. Its whole output: ${log}`, printed);
  }
  rmSync(folder, { recursive: true });
  return printed;
}

/**
 * How a command is run whose output is shown.
 *
 * @typedef {object} Shown
 * @property {NodeJS.ProcessEnv} [env] beside this process's own
 * @property {boolean} [isBeside] beside another one that writes here, too: no line is drawn anew
 * @property {number} [priority] as `os.setPriority` has it
 */

/**
 * Runs a command that writes to this terminal, and gives its exit code.
 *
 * @param {readonly [string, ...string[]]} argv
 * @param {string} cwd
 * @param {Shown} [shown]
 */
export async function runShown(argv, cwd, { env = {}, isBeside = false, priority } = {}) {
  const isPiped = isBeside && process.stdout.isTTY;
  const output = isPiped ? 'pipe' : 'inherit';
  const colour = isPiped ? { FORCE_COLOR: '1' } : {};
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', output, 'inherit'];
  const { code } = await spawned(argv, { cwd, stdio, env: { ...process.env, ...colour, ...env } }, { priority });
  return code;
}

/**
 * @typedef {object} Spawned
 * @property {number | undefined} [priority] as `os.setPriority` has it
 * @property {number} [limit] in milliseconds; what takes longer is ended, with all that it started
 */

/**
 * @param {readonly [string, ...string[]]} argv
 * @param {import('node:child_process').SpawnOptions} options
 * @param {Spawned} spawning
 * @returns {Promise<{ code: number, reason: string }>}
 */
function spawned([command, ...args], options, { priority, limit }) {
  // A group of its own can be ended as a whole.
  const isGroup = limit !== undefined;
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, shell: process.platform === 'win32', detached: isGroup });
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      if (isGroup && child.pid !== undefined) endGroup(child.pid, signal);
      else child.kill(signal);
    };
    begin(child, stop);
    const late = limit === undefined ? undefined : endAfter(limit, stop);
    child.stdout?.pipe(process.stdout, { end: false });
    if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
    /** @param {number} code @param {string} reason */
    const ended = (code, reason) => {
      end(child);
      const isLate = late?.stopClock() === true;
      // Whoever of its group did not do as it was asked.
      if (isLate) stop('SIGKILL');
      resolve({ code, reason: isLate ? `took longer than ${limit} ms, and ${reason}` : reason });
    };
    child.on('error', (error) => ended(127, `did not start: ${error.message}`));
    child.on('exit', (code, signal) => ended(code ?? 1, signal ? `was ended by ${signal}` : `ended with ${code}`));
  });
}

/** @param {number} pid of its leader @param {NodeJS.Signals} signal */
function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // All of it has ended.
  }
}

/**
 * Asks first: what has put its own processes into other groups can end those.
 *
 * @param {number} limit in milliseconds
 * @param {(signal: NodeJS.Signals) => void} stop
 */
function endAfter(limit, stop) {
  let isLate = false;
  const asking = setTimeout(() => {
    isLate = true;
    stop('SIGINT');
  }, limit);
  const killing = setTimeout(() => stop('SIGKILL'), limit + GRACE);
  return {
    /** @returns {boolean} whether it was over */
    stopClock() {
      clearTimeout(asking);
      clearTimeout(killing);
      return isLate;
    },
  };
}
