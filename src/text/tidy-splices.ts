import type { Splice } from '../model/splice.ts';

/**
 * The same change in fewer pieces, cut where a person would cut: a comparison by words is free to
 * say that of `(a)(b)` the middle `)(` was inserted, and such a piece can't be found again later.
 */
export function tidySplices(splices: readonly Splice[], after: string): Splice[] {
  const merged: Splice[] = [];
  for (const splice of splices) {
    const previous = merged.at(-1);
    const joined = previous === undefined ? undefined : join(previous, splice, after);
    if (joined === undefined) merged.push(splice);
    else merged.splice(-1, 1, joined);
  }
  const placed: Splice[] = [];
  for (const [index, splice] of merged.entries()) {
    const bounds = { from: end(placed.at(-1)), to: merged[index + 1]?.at ?? after.length };
    placed.push(best(positions(splice, after, bounds)));
  }
  return placed;
}

/** Two insertions as one, where the text between them repeats the end of the second or the start of the first. */
function join(first: Splice, second: Splice, after: string): Splice | undefined {
  if (first.remove !== '' || second.remove !== '') return undefined;
  const between = after.slice(end(first), second.at);
  if (second.insert.endsWith(between)) {
    return { at: first.at, insert: after.slice(first.at, end(second) - between.length), remove: '' };
  }
  if (!first.insert.startsWith(between)) return undefined;
  const at = first.at + between.length;
  return { at, insert: after.slice(at, end(second)), remove: '' };
}

/** Every place an insertion can be said to stand with the same result, within the text between its neighbours. */
function positions(splice: Splice, after: string, { from, to }: { from: number; to: number }): Splice[] {
  if (splice.remove !== '') return [splice];
  const found = [splice];
  const length = splice.insert.length;
  for (let at = splice.at; at > from && after.charAt(at - 1) === after.charAt(at + length - 1); at -= 1) {
    found.unshift({ at: at - 1, insert: after.slice(at - 1, at - 1 + length), remove: '' });
  }
  for (let at = splice.at; at + length < to && after.charAt(at) === after.charAt(at + length); at += 1) {
    found.push({ at: at + 1, insert: after.slice(at + 1, at + 1 + length), remove: '' });
  }
  return found;
}

function best(candidates: readonly Splice[]): Splice {
  return candidates.reduce((one, other) => (score(other) > score(one) ? other : one));
}

/** Whole literals; then an item with the comma in front of it, then whole lines, then a line with the break in front of it. */
function score({ insert }: Splice): number {
  const whole = isBalanced(insert) ? 4 : 0;
  if (insert.startsWith(',')) return whole + 3;
  if (insert.endsWith('\n')) return whole + 2;
  return insert.startsWith('\n') ? whole + 1 : whole;
}

/** Does it close what it opens, and nothing else? */
function isBalanced(code: string): boolean {
  let depth = 0;
  let quote: string | undefined;
  for (const char of code) {
    if (quote !== undefined) quote = char === quote ? undefined : quote;
    else if (["'", '"', '`'].includes(char)) quote = char;
    else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && quote === undefined;
}

function end(splice: Splice | undefined): number {
  return splice === undefined ? 0 : splice.at + splice.insert.length;
}
