// @ts-check
import { spawn } from 'node:child_process';

/** How to start a process. @typedef {{ argv: readonly [string, ...string[]], env: Readonly<Record<string, string>> }} Start */

/**
 * Starts a process, and kills it when it says that it waits for that.
 *
 * @param {Start} start
 * @returns {Promise<void>}
 * @throws where it ends by itself
 */
export function killedProcess({ argv: [command, ...args], env }) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (data) => {
    printed += data;
    if (/^waits$/m.test(printed)) child.kill('SIGKILL');
  });
  child.stderr.on('data', (data) => (printed += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // Also what had its output from it, such as a child, is gone then.
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`It ended with ${code ?? signal}, and was not killed:\n${printed.slice(-4000)}`));
    });
  });
}
