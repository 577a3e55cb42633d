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
  /** Do the files stay when the install fails? Otherwise everything is taken back: the app would miss a package. */
  readonly isInstallOptional?: boolean;
}

/**
 * The only writer. Files first, all or none; then the commands.
 * @throws CliError `UNWRITABLE` with nothing changed; `UNSUPPORTED` after a failed install, with our files, package.json
 * and the lock file as they were. A failed Capacitor step, or an optional install, keeps everything and is in the
 * result; nothing is run after a failed install.
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
  { root, home = '', undo: kept = 'run', lockFolders = [root], changes, commands, isInstallOptional }: ApplyTask,
  { progress, interruption }: Watch,
): Promise<Applied> {
  const known = commands.some(isInstall) ? {} : { isNotInstalled: true as const };
  const restoreLocks = keepLockFiles(lockFolders);
  const written = changes.length > 0 ? writeFiles({ root, home }, changes, known) : undefined;
  const undo = { written, restoreLocks };
  if (await interruption.happened()) undoInterrupted(undo);
  const results: CommandResult[] = [];
  for (const command of commands) {
    const isFatal = isInstall(command) && isInstallOptional !== true;
    const result = await runCommand(root, command, isFatal ? briefly(progress) : progress);
    results.push(result);
    if (result.ok || !isInstall(command)) continue;
    if (await interruption.happened()) undoInterrupted(undo);
    if (isFatal) undoInstall(result, undo);
    break;
  }
  written?.settle(kept, byPackageManager);
  return { changes, commands: results };
}

function isInstall({ id }: Command): boolean {
  return id === 'install';
}

/** What a command printed is told once: the error that ends the run has it. */
function briefly(progress: Progress): Progress {
  return ({ command, ok }) => {
    progress({ command, ...(ok === undefined ? {} : { ok }) });
  };
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
