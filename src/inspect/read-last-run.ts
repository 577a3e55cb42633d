import { imageName, journalFile, parseJournal, unusableJournal, type JournalEntry } from '../state/journal.ts';
import { setupPaths } from '../state/setup-paths.ts';
import { digestBytes, exactText } from '../text/text.ts';
import type { Change } from '../model/change.ts';
import type { AppPath, Tree } from '../model/tree.ts';

/** The last run, the other way round. */
interface LastRun {
  /** What gives every file the bytes it had before. */
  readonly changes: readonly Change[];
  /** Files that were changed since: they can't be given back without losing that. */
  readonly changedSince: readonly AppPath[];
  /** It only wrote files: no package was installed after it. */
  readonly isNotInstalled: boolean;
}

/**
 * What `undo` would do.
 * @returns `undefined` when there is no run to take back
 * @throws CliError `UNREADABLE` when what was kept of the run is damaged
 */
export function readLastRun(tree: Tree, home: AppPath): LastRun | undefined {
  const { undo } = setupPaths(home);
  const numbers = tree
    .list(undo)
    .filter((name) => /^[1-9]\d*\/$/.test(name))
    .map((name) => Number.parseInt(name, 10));
  if (numbers.length === 0) return undefined;
  const folder = `${undo}/${String(Math.max(...numbers))}`;
  const journal = parseJournal(tree.read(`${folder}/${journalFile}`) ?? '', `${folder}/${journalFile}`);
  const entries = journal.entries.map((entry, index) => ({ entry, image: `${folder}/${imageName(index)}` }));
  const open = entries.filter(({ entry }) => digestIn(tree, entry.path) !== entry.before);
  if (open.length === 0) return undefined;
  return {
    changes: open.map(({ entry, image }) => inverse(tree, entry, image)),
    changedSince: open.filter(({ entry }) => digestIn(tree, entry.path) !== entry.after).map(({ entry }) => entry.path),
    isNotInstalled: journal.isNotInstalled === true,
  };
}

function digestIn(tree: Tree, path: AppPath): string | undefined {
  const bytes = tree.readBytes(path);
  return bytes && digestBytes(bytes);
}

function inverse(tree: Tree, { path, before }: JournalEntry, image: AppPath): Change {
  const now = tree.readBytes(path);
  const then = before === undefined ? undefined : tree.readBytes(image);
  if (before !== undefined && (!then || digestBytes(then) !== before))
    throw unusableJournal(image, `it is not what ${path} was before the last run`);
  if (then && now) {
    const [a, b] = [exactText(now), exactText(then)];
    const areTexts = a !== undefined && b !== undefined;
    return areTexts
      ? { kind: 'update', path, before: a, after: b }
      : { kind: 'update', path, before: now, after: then };
  }
  if (then) return { kind: 'create', path, after: exactText(then) ?? then };
  return { kind: 'delete', path, before: now ? (exactText(now) ?? now) : '' };
}
