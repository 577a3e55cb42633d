import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Command, CommandResult } from '../types.ts';

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
  const argv = command.argv[0] === 'cap' ? capacitorCli(root, command.argv.slice(1)) : command.argv;
  if (argv === undefined) {
    return { command, ok: false, detail: '@capacitor/cli is not installed in the app.' };
  }
  if (command.id === 'cap-update') restoreAssetFolders(root);
  const { execa } = await import('execa');
  const [file = '', ...args] = argv;
  const { failed, all, shortMessage } = await execa(file, args, {
    cwd: root,
    reject: false,
    all: true,
    stdin: 'ignore',
    env: cleanEnvironment(),
  });
  return failed ? { command, ok: false, detail: tail([all, shortMessage].find((text) => text) ?? '') } : { command, ok: true };
}

/** The app's own Capacitor CLI, so that its major is the app's. */
function capacitorCli(root: string, args: readonly string[]): readonly string[] | undefined {
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('@capacitor/cli/package.json');
    const bin = join(dirname(manifest), 'bin', 'capacitor');
    return existsSync(bin) ? [process.execPath, bin, ...args] : undefined;
  } catch {
    return undefined;
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
  return Object.fromEntries(ours.map((name) => [name, undefined]));
}

const tail = (output: string): string => output.trim().split('\n').slice(-20).join('\n');
