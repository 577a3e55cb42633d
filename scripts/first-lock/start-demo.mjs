// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * What `npm run demo` tells the person who started it.
 *
 * @typedef {object} Demo
 * @property {string} address of the app
 * @property {string} username
 * @property {string} password
 * @property {() => Promise<void>} stop as Ctrl-C does
 */

/** @type {Readonly<Record<'address' | 'username' | 'password', RegExp>>} */
const ANSWERS = { address: /^The app\s+(\S+)/, username: /^User name\s+(\S+)/, password: /^Password\s+(\S+)/ };

/**
 * Runs the command, and waits until it has said where the app is and who may sign in.
 *
 * @param {object} where
 * @param {string} where.clone
 * @param {string} where.home an empty one: no cache of npm's
 * @param {(line: string) => void} where.tell hears each step that is done
 * @returns {Promise<Demo>}
 */
export async function startDemo({ clone, home, tell }) {
  // A group of its own: Ctrl-C reaches npm and the servers alike.
  const child = spawn('npm', ['run', 'demo'], {
    cwd: clone,
    detached: true,
    env: { ...process.env, HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await ended;
  };
  /** @type {Partial<Record<keyof typeof ANSWERS, string>>} */
  const found = {};
  for await (const line of createInterface({ input: child.stdout })) {
    if (/: done in /.test(line)) tell(`  ${line}`);
    for (const name of /** @type {(keyof typeof ANSWERS)[]} */ (Object.keys(ANSWERS)))
      found[name] ??= ANSWERS[name].exec(line)?.[1];
    const { address, username, password } = found;
    if (address && username && password) return { address, username, password, stop };
  }
  await stop();
  throw new Error('The demo ended without an address.');
}
