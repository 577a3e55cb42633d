// @ts-check
// From `git clone` to the first lock and unlock in a browser, as somebody does it who has nothing of this project yet.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLock } from './first-lock/first-lock.mjs';
import { startDemo } from './first-lock/start-demo.mjs';
import { root } from './lib/sample-app.mjs';

/** In seconds. */
const LIMIT = 180;

const folder = mkdtempSync(join(tmpdir(), 'first-lock-'));
const started = performance.now();
try {
  const [clone, home] = [join(folder, 'create-identity-vault'), join(folder, 'home')];
  mkdirSync(home);
  tell('$ git clone … && cd create-identity-vault');
  execFileSync('git', ['clone', '--quiet', root, clone]);
  tell('$ npm run demo');
  const demo = await startDemo({ clone, home, tell });
  try {
    await firstLock(demo, tell);
  } finally {
    await demo.stop();
  }
  const took = secondsSoFar();
  console.log(`\nTwo commands, ${took} s (limit ${LIMIT}).`);
  if (took > LIMIT) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function secondsSoFar() {
  return Math.round((performance.now() - started) / 1000);
}

/** @param {string} line */
function tell(line) {
  console.log(`${String(secondsSoFar()).padStart(4)} s  ${line}`);
}
