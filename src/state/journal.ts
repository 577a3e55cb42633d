import { CliError } from '../model/errors.ts';
import { isObject } from '../text/json.ts';
import { isInside } from './setup-paths.ts';
import type { AppPath } from '../model/tree.ts';

/** One file of a run: digests of its bytes before and after; absent where there is no file. */
export interface JournalEntry {
  readonly path: AppPath;
  readonly before?: string;
  readonly after?: string;
}

/**
 * What one run changes. While the run is at work it says how to take everything back; afterwards it is what `undo`
 * reads. Beside it lie the files as they were ({@link imageName}).
 */
export interface Journal {
  readonly schemaVersion: 1;
  readonly entries: readonly JournalEntry[];
  /** Folders the run makes, parents first. */
  readonly folders: readonly AppPath[];
  /** Present where no package was installed after the files were written: then `undo` has none to bring back. */
  readonly isNotInstalled?: true;
}

/** A run is at work, or ended half way, as long as this file is in the journal's folder. */
export const journalFile = 'journal.json';

/** An empty file whose name says which process is at work: a name is there whole, or not at all. */
export function pidName(pid: number): string {
  return `pid-${String(pid)}`;
}

/** Where the bytes an entry had are kept. */
export function imageName(index: number): string {
  return `before-${String(index)}`;
}

export function printJournal(journal: Journal): string {
  return `${JSON.stringify(journal, null, 2)}\n`;
}

/**
 * A journal is input like the state is: what leaves the app is refused here.
 * @throws CliError `UNREADABLE` when it is not what {@link printJournal} writes
 */
export function parseJournal(text: string, path: AppPath): Journal {
  const value = parse(text);
  if (!isJournal(value)) throw unusableJournal(path, 'it is not a journal this version can read');
  const outside = [...value.entries.map((entry) => entry.path), ...value.folders].find((one) => !isInside(one));
  if (outside !== undefined) throw unusableJournal(path, `it names a path outside the app: ${JSON.stringify(outside)}`);
  return value;
}

/** @see parseJournal */
export function unusableJournal(path: AppPath, why: string): CliError {
  return new CliError('UNREADABLE', `${path} can't be used: ${why}. Nothing was changed.`, {
    where: { path },
    hint: `Look at the files it names (git diff), then delete ${path.replace(/\/[^/]*$/, '')}.`,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isJournal(value: unknown): value is Journal {
  if (!isObject(value) || value['schemaVersion'] !== 1) return false;
  const { entries, folders, isNotInstalled } = value;
  return (
    (isNotInstalled === undefined || isNotInstalled === true) &&
    Array.isArray(entries) &&
    entries.every(isEntry) &&
    Array.isArray(folders) &&
    folders.every((folder) => typeof folder === 'string')
  );
}

function isEntry(value: unknown): value is JournalEntry {
  if (!isObject(value) || typeof value['path'] !== 'string') return false;
  return ['before', 'after'].every((key) => value[key] === undefined || typeof value[key] === 'string');
}
