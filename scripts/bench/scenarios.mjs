// @ts-check
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli } from './apps.mjs';

/**
 * @typedef {import('./apps.mjs').Apps} Apps
 * @typedef {import('./measure.mjs').Scenario} Scenario
 */

/** @param {string} name */
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * @param {string} app
 * @param {...string} flags
 */
const inApp = (app, ...flags) => [cli, '--cwd', app, ...flags];

/**
 * What the tool does, and what a machine needs at least.
 *
 * @param {Apps} apps
 * @param {string} scratch
 * @returns {Scenario[]}
 */
export function ownScenarios({ small, formatted, large, setUp, written }, scratch) {
  const announces = (/** @type {string} */ output) => output.includes('+++ b/src/app/identity/identity.service.ts');
  const dryRun = { verify: announces };
  return [
    { id: 'node', title: 'node -e 0', argv: ['-e', '0'] },
    { id: 'floor', title: 'read 8 files, write 12', argv: [script('floor.mjs'), small, join(scratch, 'floor')] },
    { id: 'help', title: '--help', argv: [cli, '--help'] },
    { id: 'version', title: '--version', argv: [cli, '--version'] },
    { id: 'check', title: 'check, in sync', argv: inApp(setUp, 'check') },
    { id: 'second-run', title: 'second run, nothing to do', argv: inApp(setUp, '--yes', '--no-install') },
    { id: 'dry-run', title: 'first run --dry-run', argv: inApp(small, '--yes', '--dry-run'), ...dryRun },
    { id: 'dry-run-5000', title: '  … of 5,000 files', argv: inApp(large, '--yes', '--dry-run'), ...dryRun },
    { id: 'dry-run-formatted', title: '  … with Prettier', argv: inApp(formatted, '--yes', '--dry-run'), ...dryRun },
    { id: 'prettier', title: 'Prettier on those files', argv: [script('run-prettier.mjs'), formatted, setUp] },
    {
      id: 'first-run',
      title: 'first run --no-install',
      argv: inApp(written, '--yes', '--no-install'),
      prepare: () => {
        rmSync(written, { recursive: true, force: true });
        cpSync(small, written, { recursive: true });
      },
    },
  ];
}
