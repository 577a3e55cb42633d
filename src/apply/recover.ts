import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError } from '../model/errors.ts';
import {
  imageName,
  journalFile,
  parseJournal,
  unusableJournal,
  type Journal,
  type JournalEntry,
} from '../state/journal.ts';
import { setupPaths } from '../state/setup-paths.ts';
import { digestBytes } from '../text/text.ts';
import type { AppPath } from '../model/tree.ts';
import { checkPath, checkPlace } from './check-path.ts';
import {
  besides,
  isCode,
  isThere,
  moveInto,
  readIfThere,
  removeEmptied,
  removeIfEmpty,
  syncFolder,
} from './durable-files.ts';

/** The app whose files are written. */
export interface AppPlace {
  readonly root: string;
  readonly home: AppPath;
}

/** A run writes for a second or two: a journal that is older was left behind, whoever has its process id by now. */
const AT_WORK_MS = 60_000;

/**
 * Takes back what an interrupted run wrote. Interrupted itself, it can be repeated.
 * @returns the files it took back; `undefined` when no run was interrupted
 * @throws CliError `CONFLICT` when one of them was changed since, with nothing touched
 */
export function recover(place: AppPlace): readonly AppPath[] | undefined {
  const { journal: path } = setupPaths(place.home);
  if (!isThere(join(place.root, path))) return undefined;
  checkPath(place.root, path);
  refuseAtWork(place);
  const text = readIfThere(join(place.root, path, journalFile))?.toString();
  if (text !== undefined) return takeBack(place, parseJournal(text, `${path}/${journalFile}`));
  clear(place);
  return [];
}

/** The same for a run of this very process that could not go on. */
export function takeBack(place: AppPlace, journal: Journal): readonly AppPath[] {
  const { journal: path } = setupPaths(place.home);
  const written = writtenEntries(place, journal);
  for (const { path: target } of journal.entries) rmSync(besides(join(place.root, target)), { force: true });
  for (const { entry, index } of [...written].reverse()) restore(place, entry, index);
  for (const made of [...journal.folders].reverse()) removeIfEmpty(join(place.root, made));
  rmSync(join(place.root, path, journalFile));
  syncFolder(join(place.root, path));
  clear(place);
  return written.map(({ entry }) => entry.path);
}

interface WrittenEntry {
  readonly entry: JournalEntry;
  readonly index: number;
}

/** The entries that are as the run wrote them. Everything is checked before anything is touched. */
function writtenEntries(place: AppPlace, { entries }: Journal): WrittenEntry[] {
  const changed: AppPath[] = [];
  const written = entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry, index }) => {
      const now = digestAt(place.root, entry.path);
      if (now === entry.before) return false;
      if (now === entry.after) checkImage(place, entry, index);
      else changed.push(entry.path);
      return true;
    });
  if (changed.length > 0) throw changedSince(place, changed);
  return written;
}

/** A link, a folder, or a path through something that is no folder: it is no digest, so it counts as changed. */
const notComparable = 'not comparable';

/** @throws CliError `UNREADABLE` where it can't be told what is there */
function digestAt(root: string, path: AppPath): string | undefined {
  try {
    checkPlace(root, path);
    const bytes = readIfThere(join(root, path));
    return bytes && digestBytes(bytes);
  } catch (cause) {
    if (cause instanceof CliError || isCode(cause, 'ENOTDIR', 'EISDIR')) return notComparable;
    throw unreadable(path, cause);
  }
}

function checkImage({ root, home }: AppPlace, { path, before }: JournalEntry, index: number): void {
  checkPath(root, path);
  if (before === undefined) return;
  const image = `${setupPaths(home).journal}/${imageName(index)}`;
  checkPlace(root, image);
  const bytes = readIfThere(join(root, image));
  if (!bytes || digestBytes(bytes) !== before)
    throw unusableJournal(image, `it is not what ${path} was before the interrupted run`);
}

function restore({ root, home }: AppPlace, { path, before }: JournalEntry, index: number): void {
  const target = join(root, path);
  checkPath(root, path);
  if (before === undefined) {
    rmSync(target);
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  moveInto(join(root, setupPaths(home).journal, imageName(index)), target);
  syncFolder(dirname(target));
}

/** The journal goes, and with it the folder of a set-up that never came to be. */
function clear({ root, home }: AppPlace): void {
  const { journal, undo, folder } = setupPaths(home);
  rmSync(join(root, journal), { recursive: true, force: true });
  removeIfEmpty(join(root, undo));
  if (removeIfEmpty(join(root, folder))) removeEmptied(root, folder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function refuseAtWork({ root, home }: AppPlace): void {
  const { journal } = setupPaths(home);
  const pids = readdirSync(join(root, journal)).map((name) => Number(/^pid-(\d+)$/.exec(name)?.[1]));
  if (!pids.some((pid) => pid > 0 && pid !== process.pid && isAlive(pid))) return;
  if (Date.now() - statSync(join(root, journal)).mtimeMs > AT_WORK_MS) return;
  throw new CliError('UNWRITABLE', 'Another run is at work in this app. Nothing was changed.', {
    where: { path: journal },
    hint: 'Wait a minute, then run the command again.',
  });
}

function unreadable(path: AppPath, cause: unknown): CliError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CliError('UNREADABLE', `An earlier run was interrupted, and ${path} can't be read: ${why}.`, {
    where: { path },
    hint: 'Nothing was changed. Make the file readable, then run the command again.',
    cause,
  });
}

function changedSince({ home }: AppPlace, paths: readonly AppPath[]): CliError {
  const [path = ''] = paths;
  const { journal } = setupPaths(home);
  return new CliError(
    'CONFLICT',
    `An earlier run was interrupted. These files were changed since: ${paths.join(', ')}. Nothing was touched.`,
    {
      where: { path },
      hint: `Put them right (git diff; the files as they were are in ${journal}/), delete ${journal}/, and run the command again.`,
    },
  );
}
