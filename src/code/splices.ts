import type { ChangeObject } from 'diff';
import { diffChars, diffLines, diffWordsWithSpace } from 'diff';
import type { Splice } from '../model/splice.ts';
import { fewestInsertions } from './fewest-insertions.ts';
import { tidy } from './tidy-splices.ts';

/** A text without our changes, and the changes that were not found in it any more. */
export interface Unspliced {
  readonly text: string;
  readonly lost: readonly Splice[];
}

/** Characters kept of a splice's surroundings: about a line, enough to be unique in most files. */
const CONTEXT = 32;

/** An insertion shorter than this (a comma, a bracket) is only known by what stands around it. */
const TELLING = 12;

/**
 * The splices that turn `before` into `after`; both are canonical (LF, no BOM). Where `after` is
 * `before` with insertions, every splice is an insertion.
 */
export function splicesBetween(before: string, after: string): Splice[] {
  if (before === after) return [];
  const fine = refined(diffLines(before, after));
  const best = insertsOnly(fine) || !isSubsequence(before, after) ? fine : inserted(before, after);
  return withContext(tidy(toSplices(best), after), after);
}

/**
 * Takes splices back. In a text that was changed since, a splice is found by its own text and its
 * surroundings; one that isn't found, or is found twice, is left alone and listed.
 */
export function unsplice(text: string, splices: readonly Splice[]): Unspliced {
  const lost: Splice[] = [];
  let result = '';
  let from = 0;
  for (const splice of splices) {
    const at = locate(text, splice, from);
    if (at === undefined) {
      lost.push(splice);
      continue;
    }
    result += text.slice(from, at) + splice.remove;
    from = at + splice.insert.length;
  }
  return { text: result + text.slice(from), lost };
}

function locate(text: string, { at, insert, left = '', right = '' }: Splice, from: number): number | undefined {
  const whole = left + insert + right;
  if (at >= from && text.startsWith(whole, at - left.length)) return at;
  const start = onlyIndexOf(text, whole);
  if (start !== undefined && insert + left + right !== '') return inOrder(start + left.length, from);
  if (insert.trim().length < TELLING) return undefined;
  const own = onlyIndexOf(text, insert);
  return own === undefined ? undefined : inOrder(own, from);
}

function inOrder(at: number, from: number): number | undefined {
  return at >= from ? at : undefined;
}

function onlyIndexOf(text: string, part: string): number | undefined {
  const first = text.indexOf(part);
  return first === -1 || text.includes(part, first + 1) ? undefined : first;
}

type Changes = Pick<ChangeObject<string>, 'value' | 'added' | 'removed'>[];

/** Replaced lines, compared by words, and by characters where words would remove what was only moved apart. */
function refined(lines: Changes): Changes {
  return lines.flatMap((change, index) => {
    const next = lines[index + 1];
    if (change.removed && next?.added === true) return inserted(change.value, next.value);
    const previous = lines[index - 1];
    return change.added && previous?.removed === true ? [] : [change];
  });
}

function inserted(before: string, after: string): Changes {
  if (!isSubsequence(before, after)) return diffWordsWithSpace(before, after);
  return fewestInsertions(before, after) ?? diffChars(before, after);
}

function insertsOnly(changes: Changes): boolean {
  return changes.every((change) => !change.removed);
}

function isSubsequence(part: string, whole: string): boolean {
  let found = 0;
  for (let i = 0; i < whole.length && found < part.length; i += 1) {
    if (whole.charCodeAt(i) === part.charCodeAt(found)) found += 1;
  }
  return found === part.length;
}

function toSplices(changes: Changes): Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  let open: Splice | undefined;
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      if (open !== undefined) splices.push(open);
      open = undefined;
    } else {
      open ??= { at, insert: '', remove: '' };
      open = added ? { ...open, insert: open.insert + value } : { ...open, remove: open.remove + value };
    }
    if (!removed) at += value.length;
  }
  return open === undefined ? splices : [...splices, open];
}

function withContext(splices: readonly Splice[], after: string): Splice[] {
  return splices.map((splice) => {
    const end = splice.at + splice.insert.length;
    return {
      ...splice,
      left: after.slice(Math.max(0, splice.at - CONTEXT), splice.at),
      right: after.slice(end, end + CONTEXT),
    };
  });
}
