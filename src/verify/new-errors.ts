import type { FoundError } from './parse-errors.ts';

/**
 * The errors that were not there before. One whose line moved, or whose line was extended by an insertion, is an old
 * one; of several that say the same, only as many are old as there were.
 */
export function newErrors(before: readonly FoundError[], after: readonly FoundError[]): FoundError[] {
  const unmatched = [...before];
  const moved = after.filter(
    (error) => !takeOut(unmatched, (one) => isSame(one, error) && one.source === error.source),
  );
  return moved.filter((error) => !takeOut(unmatched, (one) => isSame(one, error) && isExtended(one, error)));
}

function takeOut(errors: FoundError[], fits: (error: FoundError) => boolean): boolean {
  const index = errors.findIndex(fits);
  if (index === -1) return false;
  errors.splice(index, 1);
  return true;
}

function isSame(one: FoundError, other: FoundError): boolean {
  return one.path === other.path && one.code === other.code && one.message === other.message;
}

/** Inserted text makes a line longer, and a formatter may break it then: what is left is in order in the longer one. */
function isExtended({ source: one }: FoundError, { source: other }: FoundError): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

function isWithin(part: string, whole: string): boolean {
  let from = 0;
  for (const character of part.replaceAll(/[\s,;]/g, '')) {
    from = whole.indexOf(character, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
