// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { importTypeScript } from '../lib/import-typescript.mjs';
import { root } from '../lib/sample-app.mjs';

/** @typedef {import('./tools.mjs').FirstRun} FirstRun */
/**
 * @typedef {object} Told
 * @property {number} prompts
 * @property {number} keys
 * @property {number} lines that aren't empty, from the first to the last
 * @property {number} wide columns of the longest line
 * @property {number} question seconds to the first question
 * @property {number} seconds to success, or to the failure; each question is answered at once
 * @property {boolean} isDone
 * @property {string} transcript
 */

const { Terminal } = /** @type {typeof import('../../tests/terminal/terminal.ts')} */ (
  await importTypeScript(join(root, 'tests/terminal/terminal.ts'))
);

const limit = 120_000;

/** As `npx` says who runs it, which some tools ask for otherwise; and an answer that Angular would ask for itself. */
const env = {
  NG_CLI_ANALYTICS: 'false',
  npm_config_user_agent: `npm/11.19.1 node/${process.version} linux x64 workspaces/false`,
};

/**
 * Takes what is offered at every question, in a terminal of 80 columns and 24 rows.
 *
 * @param {FirstRun} tool
 * @param {string} cwd
 * @returns {Promise<Told>}
 */
export async function drive(tool, cwd) {
  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  const terminal = new Terminal({ command: tool.command, cwd, env });
  const told = { prompts: 0, keys: 0, question: 0 };
  let answered = '';
  try {
    for (;;) {
      const screen = terminal.screen();
      const code = terminal.ended();
      const isReady = tool.success?.test(screen) ?? false;
      if (code !== undefined || isReady)
        return { ...told, ...ending(terminal, since()), isDone: isReady || code === 0 };
      const [waiting = '', question = ''] = tool.pending.exec(screen) ?? [];
      if (waiting !== '' && question !== answered) {
        if (told.prompts === 0) told.question = since();
        const keys = (tool.keys?.[told.prompts] ?? 'Enter').split(' ');
        answered = question;
        told.prompts += 1;
        told.keys += keys.length;
        terminal.press(...keys);
      }
      if (since() * 1000 > limit) throw new Error(`${tool.title} goes on for too long:\n${screen}`);
      await sleep(20);
    }
  } finally {
    terminal.close();
  }
}

/**
 * @param {InstanceType<typeof Terminal>} terminal
 * @param {number} seconds
 */
function ending(terminal, seconds) {
  const transcript = terminal.history().trimEnd();
  const lines = transcript.split('\n').filter((line) => line.trim() !== '');
  return { transcript, seconds, lines: lines.length, wide: Math.max(...lines.map((line) => line.length)) };
}
