import type { ChangeObject } from 'diff';
import { diffChars, diffLines, diffWordsWithSpace } from 'diff';
import type { Splice } from '../model/splice.ts';
import { fewestInsertions } from './fewest-insertions.ts';
import { withContext } from './splices.ts';
import { tidySplices } from './tidy-splices.ts';

/**
 * The splices that turn `before` into `after`; both are canonical (LF, no BOM). Where `after` is
 * `before` with insertions, every splice is an insertion.
 */
export function splicesBetween(before: string, after: string): Splice[] {
  if (before === after) return [];
  const fine = refined(diffLines(before, after));
  const best = insertsOnly(fine) || !isSubsequence(before, after) ? fine : inserted(before, after);
  return withContext(tidySplices(toSplices(best), after), after);
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
