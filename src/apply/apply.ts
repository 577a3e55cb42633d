import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../errors.ts';
import type { Applied, Change, Command, CommandResult } from '../types.ts';
import { runCommand, type Progress } from './run-commands.ts';
import { writeFiles, type RollBack } from './write-files.ts';

const lockFiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

export interface Work {
  readonly root: string;
  /** Where the lock file may be; the root when absent. */
  readonly lockFolders?: readonly string[];
  readonly changes: readonly Change[];
  readonly commands: readonly Command[];
}

/**
 * The only writer. Files first, all or none; then the commands.
 * @throws CliError `UNWRITABLE` with nothing changed; `UNSUPPORTED` after a failed install, with our files, package.json
 * and the lock file as they were. A failed Capacitor step keeps everything and is in the result.
 */
export async function apply(work: Work, progress: Progress): Promise<Applied> {
  const interruption = watchInterrupts();
  try {
    return await writeAndRun(work, { progress, interruption });
  } finally {
    interruption.end();
  }
}

interface Watch {
  readonly progress: Progress;
  readonly interruption: Interruption;
}

async function writeAndRun(
  { root, lockFolders = [root], changes, commands }: Work,
  { progress, interruption }: Watch,
): Promise<Applied> {
  const restoreLocks = keepLockFiles(lockFolders);
  const rollBack = await writeFiles(root, changes);
  const undo = { rollBack, restoreLocks };
  if (interruption.happened()) await undoInterrupted(undo);
  const results: CommandResult[] = [];
  for (const command of commands) {
    const result = await runCommand(root, command, progress);
    results.push(result);
    if (result.ok || command.id !== 'install') continue;
    if (interruption.happened()) await undoInterrupted(undo);
    await undoInstall(result, undo);
  }
  return { changes, commands: results };
}

interface Interruption {
  happened(): boolean;
  end(): void;
}

/** Ctrl-C ends the run between steps, where everything can be taken back, never in the middle of one. */
function watchInterrupts(): Interruption {
  let interrupted = false;
  const remember = () => {
    interrupted = true;
  };
  process.on('SIGINT', remember);
  process.on('SIGTERM', remember);
  return {
    happened: () => interrupted,
    end: () => void process.off('SIGINT', remember).off('SIGTERM', remember),
  };
}

interface Undo {
  readonly rollBack: RollBack;
  readonly restoreLocks: () => void;
}

async function undoInterrupted(undo: Undo): Promise<never> {
  await undo.rollBack();
  undo.restoreLocks();
  throw new CliError('INTERRUPTED', 'Interrupted; every change was taken back.');
}

async function undoInstall(result: CommandResult, undo: Undo): Promise<never> {
  await undo.rollBack();
  undo.restoreLocks();
  throw new CliError('UNSUPPORTED', `"${result.command.argv.join(' ')}" failed; every change was taken back.`, {
    hint: `${result.detail ?? ''}\nCorrect what it reports, or write the files only with --no-install.`.trimStart(),
  });
}

function keepLockFiles(folders: readonly string[]): () => void {
  const files = folders.flatMap((folder) => lockFiles.map((name) => join(folder, name)));
  const kept = files.map((file) => ({ file, bytes: readIfThere(file) }));
  return () => {
    for (const { file, bytes } of kept) {
      if (bytes) writeFileSync(file, bytes);
      else rmSync(file, { force: true });
    }
  };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
