import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../model/errors.ts';
import { lockFiles } from '../packages/lock-files.ts';
import type { Applied, Change, CommandResult } from '../model/change.ts';
import type { Command } from '../model/plan.ts';
import type { AppPath } from '../model/tree.ts';
import { runCommand, type Progress } from './run-commands.ts';
import { readIfThere } from './durable-files.ts';
import type { WrittenFiles } from './last-run.ts';
import { writeFiles } from './write-files.ts';

interface ApplyTask {
  readonly root: string;
  readonly home?: AppPath;
  /** What `undo` takes back afterwards; this run when absent. */
  readonly undo?: 'run' | 'nothing';
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
export async function apply(work: ApplyTask, progress: Progress): Promise<Applied> {
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
  { root, home = '', undo: kept = 'run', lockFolders = [root], changes, commands }: ApplyTask,
  { progress, interruption }: Watch,
): Promise<Applied> {
  const restoreLocks = keepLockFiles(lockFolders);
  const written = changes.length > 0 ? writeFiles({ root, home }, changes) : undefined;
  const undo = { written, restoreLocks };
  if (await interruption.happened()) undoInterrupted(undo);
  const results: CommandResult[] = [];
  for (const command of commands) {
    const result = await runCommand(root, command, progress);
    results.push(result);
    if (result.ok || command.id !== 'install') continue;
    if (await interruption.happened()) undoInterrupted(undo);
    undoInstall(result, undo);
  }
  written?.settle(kept, byPackageManager);
  return { changes, commands: results };
}

interface Interruption {
  happened(): Promise<boolean>;
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
    // Files are written without a pause: a signal that came meanwhile is delivered in the next turn.
    happened: () => new Promise((resolve) => setImmediate(() => resolve(interrupted))),
    end: () => void process.off('SIGINT', remember).off('SIGTERM', remember),
  };
}

/** What a package manager may write, too. */
const byPackageManager = ['package.json'];

interface Undo {
  readonly written: WrittenFiles | undefined;
  readonly restoreLocks: () => void;
}

function takeEverythingBack({ written, restoreLocks }: Undo): void {
  written?.takeBack(byPackageManager);
  restoreLocks();
}

function undoInterrupted(undo: Undo): never {
  takeEverythingBack(undo);
  throw new CliError('INTERRUPTED', 'Interrupted; every change was taken back.');
}

function undoInstall(result: CommandResult, undo: Undo): never {
  takeEverythingBack(undo);
  throw new CliError('UNSUPPORTED', `"${result.command.argv.join(' ')}" failed; every change was taken back.`, {
    hint: `${result.detail ?? ''}\nCorrect what it reports, or write the files only with --no-install.`.trimStart(),
  });
}

function keepLockFiles(folders: readonly string[]): () => void {
  const files = folders.flatMap((folder) => Object.keys(lockFiles).map((name) => join(folder, name)));
  const kept = files.map((file) => ({ file, bytes: readIfThere(file) }));
  return () => {
    for (const { file, bytes } of kept) {
      if (bytes) writeFileSync(file, bytes);
      else rmSync(file, { force: true });
    }
  };
}
