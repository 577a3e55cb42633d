import { diffLines } from 'diff';
import { posix } from 'node:path';
import { frameworkWith } from '../frameworks/find-framework.ts';
import type { Change } from '../model/change.ts';
import type { Project } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';
import { isBookkeeping, setupPaths } from '../state/setup-paths.ts';
import type { Look } from './look.ts';

interface Parts {
  readonly project: Project;
  readonly look: Look;
  /** Are our own bookkeeping's files told one by one? */
  readonly isVerbose: boolean;
}

/** A heading and what is below it. */
export interface FileSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** More lines of one file would hide the rest of the plan; the differences have them all. */
const shownLines = 6;

const words = { create: '+ create', update: '~ update', merge: '~ merge ', delete: '- delete', conflict: '! conflict' };
const styles = { create: 'green', update: 'yellow', merge: 'yellow', delete: 'red', conflict: 'red' } as const;

/** What happens to files: first to those that a person has written, line by line; then to those of this tool. */
export function fileSections(changes: readonly Change[], parts: Parts): FileSection[] {
  const { home } = parts.project;
  const { config } = setupPaths(home);
  const bookkeeping = changes.filter(({ path }) => isBookkeeping(path, home));
  const newConfig = changes.filter(({ kind, path }) => kind === 'create' && path === config);
  const files = changes.filter((change) => !bookkeeping.includes(change) && !newConfig.includes(change));
  const created = files.filter(({ kind }) => kind === 'create');
  const changed = files.filter(({ kind }) => kind !== 'create');
  const own = changed.filter((change) => !isGenerated(change, parts.project));
  const others = changed.filter((change) => isGenerated(change, parts.project));
  const isKept = newConfig.length > 0 || bookkeeping.some(({ kind }) => kind !== 'delete');
  return [
    { title: 'Your files', lines: ownFiles(own, parts) },
    newFiles(created, parts),
    { title: 'Generated files', lines: others.map((change) => fileLine(change, parts)) },
    {
      title: isKept ? 'For the next run' : 'Bookkeeping',
      lines: [...newConfig.map((change) => configLine(change, parts)), ...bookkeepingLines(bookkeeping, parts)],
    },
  ];
}

function isGenerated({ path }: Change, { setup }: Project): boolean {
  const owner = setup.state?.files[path]?.owner;
  return owner === 'tool' || owner === 'archive';
}

function fileLine(change: Change, { look: { paint } }: Parts): string {
  return `${paint(styles[change.kind], words[change.kind])}  ${change.path}${size(change)}`;
}

function size(change: Change): string {
  if (change.kind !== 'update' && change.kind !== 'merge') return '';
  const { before, after } = change;
  if (typeof before !== 'string' || typeof after !== 'string') return '';
  const grown = after.split('\n').length - before.split('\n').length;
  return grown === 0 ? '' : `  (${grown > 0 ? '+' : ''}${String(grown)} ${Math.abs(grown) === 1 ? 'line' : 'lines'})`;
}

/** The same lines in several files, such as one environment after the other, are told once. */
function ownFiles(changes: readonly Change[], parts: Parts): string[] {
  let told = '';
  return changes.flatMap((change) => {
    const lines = changedLines(change, parts);
    const text = lines.join('\n');
    const isRepeated = lines.length > 1 && text === told;
    told = text;
    return [fileLine(change, parts), ...(isRepeated ? [parts.look.paint('dim', '      the same lines')] : lines)];
  });
}

/** What is added and taken out, in place of a look at the whole file. */
function changedLines(change: Change, { look }: Parts): string[] {
  if (change.kind === 'create' || change.kind === 'delete') return [];
  const { before, after } = change;
  if (typeof before !== 'string' || typeof after !== 'string') return [];
  const lines = diffLines(before, after)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ value, added }) => linesOf(value).map((text) => ({ sign: added ? '+' : '-', text })));
  const shown = lines.length <= shownLines + 1 ? lines : lines.slice(0, shownLines);
  const left = lines.length - shown.length;
  const indent = Math.min(...shown.map(({ text }) => text.search(/\S/)));
  return [
    ...shown.map(({ sign, text }) =>
      look.paint(
        sign === '+' ? 'green' : 'red',
        `      ${sign} ${shortened(text.slice(indent).trimEnd(), look.width - 10)}`,
      ),
    ),
    ...(left === 0 ? [] : [look.paint('dim', `      … ${String(left)} more lines`)]),
  ];
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

/** A line of the screen; the differences have it whole. */
function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** What was not there before, by what it is for: pages and specs are one line each. */
function newFiles(created: readonly Change[], { project, look: { paint } }: Parts): FileSection {
  const { purposeOf } = frameworkWith(project.framework);
  const byPurpose = new Map<string, AppPath[]>();
  for (const { path } of created) {
    const purpose = purposeOf(path) ?? '';
    byPurpose.set(purpose, [...(byPurpose.get(purpose) ?? []), path]);
  }
  const folder = commonFolder(created.map(({ path }) => path));
  const rows = [...byPurpose].flatMap(([purpose, paths]) =>
    purpose === ''
      ? paths.map((path) => [below(folder, path), purpose] as const)
      : [[nameOf(paths, folder), purpose] as const],
  );
  // Specs lie about in all of the folder; they come last.
  rows.sort(([a], [b]) => Number(/^\d+ files$/.test(a)) - Number(/^\d+ files$/.test(b)));
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const lines = rows.map(([name, purpose]) =>
    `${paint('green', '+')} ${name.padEnd(width)}  ${paint('dim', purpose)}`.trimEnd(),
  );
  return { title: folder === '' ? 'New files' : `New files in ${folder}/`, lines };
}

/** The file; of several their folder, or their number where it is the folder of all. */
function nameOf(paths: readonly AppPath[], folder: AppPath): string {
  const [only, second] = paths;
  if (only !== undefined && second === undefined) return below(folder, only);
  const own = commonFolder(paths);
  const count = `${String(paths.length)} files`;
  return own === folder ? count : `${below(folder, own)}/ (${count})`;
}

function below(folder: AppPath, path: AppPath): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function commonFolder(paths: readonly AppPath[]): AppPath {
  const [first, ...others] = paths.map((path) => posix.dirname(path).split('/'));
  if (first === undefined) return '';
  const shared = first.findIndex((name, index) => others.some((other) => other[index] !== name));
  const folder = first.slice(0, shared < 0 ? first.length : shared).join('/');
  return folder === '.' ? '' : folder;
}

function configLine({ path }: Change, { look: { paint } }: Parts): string {
  return `${paint('green', '+')} ${path}: the options. Edit it, and run this again`;
}

/** Our own bookkeeping is one line: nobody reads fourteen `.base` files. */
function bookkeepingLines(changes: readonly Change[], parts: Parts): string[] {
  const { project, look, isVerbose } = parts;
  const { folder } = setupPaths(project.home);
  if (changes.length === 0) return [];
  if (isVerbose) return changes.map((change) => fileLine(change, parts));
  const files = changes.length === 1 ? '1 file' : `${String(changes.length)} files`;
  const isKept = changes.some(({ kind }) => kind !== 'delete');
  return isKept
    ? [`${folder}/ (${files}): commit them, too`]
    : [`${look.paint(styles.delete, words.delete)}  ${folder}/ (${files})`];
}
