// @ts-check
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = join(root, 'node_modules');
const eslint = join(packages, 'eslint/bin/eslint.js');
const tsc = join(packages, 'typescript/bin/tsc');

// ESLint has its own types to find out: on two processors the compiler’s runs beside it cost no time.
const found = await Promise.all([
  inTurn([[eslint, '.']]),
  inTurn([
    [tsc, '--noEmit'],
    [tsc, '--noEmit', '-p', 'tests/browser'],
    [tsc, '--noEmit', '-p', 'native-plugin'],
    [tsc, '--noEmit', '-p', 'native-plugin/tests/adapters'],
    [tsc, '--noEmit', '-p', 'native-plugin/tests/mutants/core'],
  ]),
]);
process.exitCode = found.every((good) => good) ? 0 : 1;

/**
 * @param {readonly (readonly string[])[]} commands
 * @returns {Promise<boolean>} whether all of them found everything right
 */
async function inTurn(commands) {
  let isGood = true;
  for (const command of commands) isGood = (await isRight(command)) && isGood;
  return isGood;
}

/** @param {readonly string[]} command */
function isRight(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    // In one piece, so that it is not mixed with what runs beside it.
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => {
      process.stdout.write(output);
      resolve(code === 0);
    });
  });
}
