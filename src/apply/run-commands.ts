import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isCode } from './durable-files.ts';
import type { CommandResult } from '../model/change.ts';
import type { Command } from '../model/plan.ts';

/** Told as each command starts and ends, with the output's last lines when it failed. */
export type Progress = (event: { readonly command: Command; readonly ok?: boolean; readonly detail?: string }) => void;

/** Runs one command in the app's folder. A command that can't be started is a failed one, never an exception. */
export async function runCommand(root: string, command: Command, progress: Progress): Promise<CommandResult> {
  progress({ command });
  const result = await execute(root, command);
  progress(result);
  return result;
}

async function execute(root: string, command: Command): Promise<CommandResult> {
  const cwd = join(root, command.folder ?? '');
  const argv = command.argv[0] === 'cap' ? capacitorCli(cwd, command.argv.slice(1)) : command.argv;
  if (typeof argv === 'string') return { command, ok: false, detail: argv };
  if (command.id === 'cap-update') restoreAssetFolders(cwd);
  const { execa } = await import('execa');
  const [file = '', ...args] = argv;
  const { failed, all, shortMessage } = await execa(file, args, {
    cwd,
    reject: false,
    all: true,
    stdin: 'ignore',
    env: cleanEnvironment(),
  });
  return failed
    ? { command, ok: false, detail: tail([all, shortMessage].find((text) => text) ?? '') }
    : { command, ok: true };
}

const notInstalled = '@capacitor/cli is not installed in the app.';

/**
 * The app's own Capacitor CLI, so that its major is the app's; hoisted or not, as Node finds it from the app.
 * @returns what is executed, or why there is nothing to execute
 */
function capacitorCli(folder: string, args: readonly string[]): readonly string[] | string {
  if (isPlugAndPlay(folder)) return ['yarn', 'cap', ...args];
  try {
    const manifest = createRequire(join(folder, 'package.json')).resolve('@capacitor/cli/package.json');
    const bin = join(dirname(manifest), 'bin', 'capacitor');
    return existsSync(bin) ? [process.execPath, bin, ...args] : notInstalled;
  } catch (error) {
    if (isCode(error, 'MODULE_NOT_FOUND')) return notInstalled;
    return `@capacitor/cli can’t be used: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Without node_modules only Yarn knows where a package is. */
function isPlugAndPlay(folder: string): boolean {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, 'node_modules/@capacitor/cli'))) return false;
    if (existsSync(join(current, '.pnp.cjs'))) return true;
    if (current === dirname(current)) return false;
  }
}

/** Where Capacitor copies the built web assets to, and the folder beside it that says the platform is there. */
const assetFolders = [
  { platform: 'android/app/src/main', assets: 'assets/public' },
  { platform: 'ios/App/App', assets: 'public' },
];

/**
 * `cap update` stops on an unbuilt app when these folders are not there. They are ignored by Git: in a fresh clone of an
 * app with native projects it would always fail.
 */
function restoreAssetFolders(root: string): void {
  for (const { platform, assets } of assetFolders) {
    if (existsSync(join(root, platform))) mkdirSync(join(root, platform, assets), { recursive: true });
  }
}

/** What `npx` and `npm create` set for us is not meant for the package manager we start. */
function cleanEnvironment(): Record<string, string | undefined> {
  const ours = Object.keys(process.env).filter((name) =>
    /^npm_(config_(yes|dry_run|json)|command|lifecycle)/.test(name),
  );
  const yarns = isYarnsOwn(process.env['npm_config_registry']) ? ['npm_config_registry'] : [];
  return { ...Object.fromEntries([...ours, ...yarns].map((name) => [name, undefined])), ...mayChangeLockFile };
}

/** Yarn 1 tells what it starts its default registry, also where .npmrc names another one, which it then hides. */
function isYarnsOwn(registry: string | undefined): boolean {
  return registry !== undefined && /^https:\/\/registry\.yarnpkg\.com\/?$/.test(registry);
}

/** In CI, pnpm and Yarn refuse an install that changes the lock file, as adding a package does. */
const mayChangeLockFile = {
  npm_config_frozen_lockfile: 'false',
  pnpm_config_frozen_lockfile: 'false',
  YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
};

const tail = (output: string): string => output.trim().split('\n').slice(-20).join('\n');
