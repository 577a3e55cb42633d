import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError } from '../model/errors.ts';
import { imageName, journalFile, pidName, printJournal, type Journal } from '../state/journal.ts';
import { isStatePath, setupPaths } from '../state/setup-paths.ts';
import { digestBytes } from '../text/text.ts';
import type { Change } from '../model/change.ts';
import type { AppPath } from '../model/tree.ts';
import { checkPath, checkPlace } from './check-path.ts';
import {
  isCode,
  isThere,
  moveInto,
  readIfThere,
  removeEmptied,
  removeIfEmpty,
  syncFolder,
  writeDurably,
} from './durable-files.ts';
import { commit, type WrittenFiles } from './last-run.ts';
import { takeBack, type AppPlace } from './recover.ts';

/** What the journal says of the run besides its files. */
type Known = Pick<Journal, 'isNotInstalled'>;

/** A change as bytes; absent where there is no file. */
interface Write {
  readonly path: AppPath;
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
}

/**
 * Writes every change, or none, also when the process is killed. New bytes and a copy of the old ones are on the disk
 * before the journal says that the run is at work; from then on there are only renames, which {@link takeBack} can
 * reverse; moving the journal to the undo folder ends the run.
 * @throws CliError `UNWRITABLE` with nothing changed; `CONFLICT` when a file is not what the change was worked out from
 */
export function writeFiles(place: AppPlace, changes: readonly Change[], known: Known = {}): WrittenFiles {
  const { folder, journal: journalPath } = setupPaths(place.home);
  for (const path of [journalPath, ...changes.map((change) => change.path)]) checkPath(place.root, path);
  const writes = stateLast(changes).map(toWrite);
  attempt(
    () => checkUnchanged(place, writes),
    () => undefined,
  );
  const madeFolders = missingFolders(place.root, folder);
  const journal = attempt(
    () => stage(place, writes, known),
    () => {
      rmSync(join(place.root, journalPath), { recursive: true, force: true });
      for (const made of [...madeFolders].reverse()) removeIfEmpty(join(place.root, made));
    },
  );
  return attempt(
    () => {
      perform(place, writes, journal);
      return commit(place);
    },
    () => void takeBack(place, journal),
  );
}

/** @throws CliError what `cleanUp` ends with, when that fails, too: then the next run recovers */
function attempt<T>(work: () => T, cleanUp: () => void): T {
  try {
    return work();
  } catch (cause) {
    cleanUp();
    if (cause instanceof CliError) throw cause;
    throw new CliError('UNWRITABLE', 'A file could not be written; every change was taken back.', {
      hint: 'Check free space and permissions, then run the command again.',
      cause,
    });
  }
}

function stateLast(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => Number(isStatePath(a.path)) - Number(isStatePath(b.path)));
}

function toWrite(change: Change): Write {
  if (change.kind === 'conflict') throw new CliError('INTERNAL', `A conflict was to be written: ${change.path}`);
  return {
    path: change.path,
    ...('before' in change ? { before: Buffer.from(change.before) } : {}),
    ...('after' in change ? { after: Buffer.from(change.after) } : {}),
  };
}

/** What was saved in an editor while the plan was read must not be overwritten by it. */
function checkUnchanged({ root }: AppPlace, writes: readonly Write[]): void {
  const changed = writes.filter(({ path, before }) => !isSame(readIfThere(join(root, path)), before));
  if (changed.length === 0) return;
  const paths = changed.map(({ path }) => path);
  throw new CliError('CONFLICT', `Changed while this run was at work: ${paths.join(', ')}. Nothing was written.`, {
    where: { path: paths[0] ?? '' },
    hint: 'Run the command again: it starts from the files as they are now.',
  });
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}

const newName = (index: number): string => `after-${String(index)}`;

/** Everything that needs space on the disk; nothing of the app is touched. */
function stage({ root, home }: AppPlace, writes: readonly Write[], known: Known): Journal {
  const paths = setupPaths(home);
  const folders = [...new Set(writes.flatMap(({ path, after }) => (after ? missingFolders(root, dirname(path)) : [])))];
  const folder = join(root, paths.journal);
  mkdirSync(dirname(folder), { recursive: true });
  makeJournal(folder);
  writeFileSync(join(folder, pidName(process.pid)), '');
  for (const [index, { path, before, after }] of writes.entries()) {
    const like = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (before) writeDurably(join(folder, imageName(index)), before, like);
    if (after) writeDurably(join(folder, newName(index)), after, like);
  }
  mkdirSync(join(root, paths.undo), { recursive: true });
  const journal: Journal = { schemaVersion: 1, entries: writes.map(toEntry), folders, ...known };
  writeDurably(join(folder, `${journalFile}.tmp`), Buffer.from(printJournal(journal)));
  syncFolder(folder);
  renameSync(join(folder, `${journalFile}.tmp`), join(folder, journalFile));
  syncFolder(folder);
  return journal;
}

function makeJournal(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (cause) {
    if (!isCode(cause, 'EEXIST')) throw cause;
    throw new CliError('UNWRITABLE', 'Another run is at work in this app. Nothing was changed.', {
      hint: 'Wait until it has ended, then run the command again.',
      cause,
    });
  }
}

function toEntry({ path, before, after }: Write): Journal['entries'][number] {
  return {
    path,
    ...(before ? { before: digestBytes(before) } : {}),
    ...(after ? { after: digestBytes(after) } : {}),
  };
}

/** Parents first. */
function missingFolders(root: string, folder: AppPath): AppPath[] {
  if (folder === '.' || existsSync(join(root, folder))) return [];
  return [...missingFolders(root, dirname(folder)), folder];
}

/** Looks again before each step: a folder may have become a link, or a file read-only, since everything was checked. */
function perform({ root, home }: AppPlace, writes: readonly Write[], { folders }: Journal): void {
  const touched = new Set<string>();
  for (const folder of folders) {
    checkPlace(root, folder);
    if (!isThere(join(root, folder))) mkdirSync(join(root, folder));
  }
  for (const [index, { path, after }] of writes.entries()) {
    const target = join(root, path);
    checkPath(root, path);
    if (after) moveInto(join(root, setupPaths(home).journal, newName(index)), target);
    else rmSync(target);
    touched.add(dirname(target));
  }
  for (const { path, after } of writes) if (!after) removeEmptied(root, path);
  for (const folder of touched) syncFolder(folder);
}
