import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { journalFile, parseJournal, printJournal, type Journal } from '../state/journal.ts';
import { setupPaths } from '../state/setup-paths.ts';
import { digestBytes } from '../text/text.ts';
import type { AppPath } from '../model/tree.ts';
import { readIfThere, removeEmptied, removeIfEmpty, syncFolder, writeDurably } from './durable-files.ts';
import { takeBack, type AppPlace } from './recover.ts';

/** Files that are written, while it is still open whether they stay. */
export interface WrittenFiles {
  /** A failed install: everything as it was, also what the package manager made of `changed`. */
  takeBack(changed: readonly AppPath[]): void;
  /** The files stay, and this is what `undo` takes back from now on: the run, or nothing. */
  settle(undo: 'run' | 'nothing', changed: readonly AppPath[]): void;
}

/** The one step that makes the run a finished one. */
export function commit(place: AppPlace): WrittenFiles {
  const { journal, undo } = setupPaths(place.home);
  const folder = join(place.root, undo);
  const name = String(1 + Math.max(0, ...numbersIn(folder)));
  renameSync(join(place.root, journal), join(folder, name));
  syncFolder(folder);
  return {
    takeBack: (changed) => {
      recapture(place, name, changed);
      renameSync(join(folder, name), join(place.root, journal));
      takeBack(place, readJournal(place, journal));
    },
    settle: (kept, changed) => {
      if (kept === 'run') recapture(place, name, changed);
      forget(place, kept === 'run' ? name : undefined);
    },
  };
}

function numbersIn(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number);
}

function readJournal({ root }: AppPlace, folder: AppPath): Journal {
  const path = `${folder}/${journalFile}`;
  return parseJournal(readIfThere(join(root, path))?.toString() ?? '', path);
}

/** What the commands of a run make of a file it wrote is part of the run. */
function recapture(place: AppPlace, name: string, changed: readonly AppPath[]): void {
  const path = `${setupPaths(place.home).undo}/${name}`;
  const journal = readJournal(place, path);
  const entries = journal.entries.map((entry) => {
    if (!changed.includes(entry.path)) return entry;
    const bytes = readIfThere(join(place.root, entry.path));
    const { path: changedPath, before } = entry;
    return {
      path: changedPath,
      ...(before === undefined ? {} : { before }),
      ...(bytes ? { after: digestBytes(bytes) } : {}),
    };
  });
  if (entries.every((entry, index) => entry.after === journal.entries[index]?.after)) return;
  const file = join(place.root, path, journalFile);
  rmSync(`${file}.tmp`, { force: true });
  writeDurably(`${file}.tmp`, Buffer.from(printJournal({ ...journal, entries })));
  renameSync(`${file}.tmp`, file);
}

function forget({ root, home }: AppPlace, kept: string | undefined): void {
  const { undo, folder } = setupPaths(home);
  for (const name of readdirSync(join(root, undo)))
    if (name !== kept) rmSync(join(root, undo, name), { recursive: true, force: true });
  removeIfEmpty(join(root, undo));
  if (removeIfEmpty(join(root, folder))) removeEmptied(root, folder);
}
