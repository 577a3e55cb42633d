import { execa } from 'execa';
import { join } from 'node:path';
import { root } from '../../scripts/lib/sample-app.mjs';
import type { App } from './app.ts';

/** What a command printed, and how it ended. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams as they came. */
  readonly all: string;
}

const quiet = { CI: '1', NG_CLI_ANALYTICS: 'false', NO_COLOR: '1', FORCE_COLOR: undefined };

/** Runs the built tool as `npx create-identity-vault` would, with nobody to ask. */
export function runTool(app: App, args: readonly string[]): Promise<Ran> {
  const cli = join(root, 'dist', 'create-identity-vault.js');
  return run(app, root, ['node', cli, '--cwd', app.folder, ...args]);
}

/** Runs a command in the app's folder and gives its output; when it fails, that is the error's message. */
export function runInApp(app: App, argv: readonly string[]): Promise<string> {
  return outputOf(app, app.folder, argv);
}

/** Runs one of the app's own npm scripts; see {@link runInApp}. */
export function runScript(app: App, name: string, args: readonly string[] = []): Promise<string> {
  return outputOf(app, app.root, ['npm', 'run', '--silent', name, '--', ...args]);
}

async function outputOf(app: App, cwd: string, argv: readonly string[]): Promise<string> {
  const { exitCode, all } = await run(app, cwd, argv);
  if (exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${exitCode}\n${all}`);
  return all;
}

/** With the programs of the app's packages first, as in an npm script: an app that needs its own Node brings it. */
async function run(app: App, cwd: string, [command = '', ...args]: readonly string[]): Promise<Ran> {
  const { exitCode, stdout, stderr, all } = await execa(command, args, {
    cwd,
    preferLocal: true,
    localDir: app.root,
    reject: false,
    all: true,
    stdin: 'ignore',
    env: quiet,
  });
  return { exitCode: exitCode ?? 1, stdout, stderr, all };
}
