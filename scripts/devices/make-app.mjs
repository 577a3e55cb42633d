// @ts-check
// node scripts/devices/make-app.mjs [options of create-identity-vault]: demo-app/ for docs/device-testing.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/sample-app.mjs';
import { StepFailed, run, step } from '../lib/steps.mjs';
import { inConsole, withoutServer } from './app-for-devices.mjs';

const app = join(root, 'demo-app');

/** @type {(path: string, change: (source: string) => string) => void} */
const change = (path, how) => writeFileSync(path, how(readFileSync(path, 'utf8')));

try {
  const options = process.argv.slice(2);
  await run([process.execPath, join(root, 'scripts/demo.mjs'), '--no-serve'], { cwd: root });
  const cli = join(root, 'dist/create-identity-vault.js');
  await step(`Set it up: ${options.join(' ') || 'as it is by default'}`, () =>
    run([process.execPath, cli, '--cwd', 'demo-app', '--yes', ...options], { cwd: root }),
  );
  change(join(app, 'src/app/identity/sign-in.client.ts'), withoutServer);
  change(join(app, 'src/app/identity/identity.service.ts'), inConsole);
  await step('Build it', () =>
    run(['npm', 'run', '--silent', 'build'], { cwd: app, env: { NG_CLI_ANALYTICS: 'false' } }),
  );
  await step('cap sync', () => run(['npx', 'cap', 'sync'], { cwd: app }));
  console.log('\ndemo-app/ is ready: docs/device-testing.md says how to build it for a phone.');
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
