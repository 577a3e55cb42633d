import type { Splice } from '../model/splice.ts';

/** A text without splices, and which of them were there. */
export interface Unspliced {
  readonly text: string;
  /** As they stand in the text they were taken out of. */
  readonly found: readonly Splice[];
  /** Not there any more, or there twice. */
  readonly lost: readonly Splice[];
}

/** An insertion shorter than this (a comma, a bracket) is only known by what stands around it. */
const TELLING = 12;

/**
 * Takes splices back. In a text that was changed since, a splice is found by its own text and its
 * surroundings; one that isn't found, or is found twice, is left alone and listed.
 */
export function unsplice(text: string, splices: readonly Splice[]): Unspliced {
  const found: Splice[] = [];
  const lost: Splice[] = [];
  let result = '';
  let from = 0;
  for (const splice of splices) {
    const at = locate(text, splice, from);
    if (at === undefined) {
      lost.push(splice);
      continue;
    }
    found.push({ at, insert: splice.insert, remove: splice.remove });
    result += text.slice(from, at) + splice.remove;
    from = at + splice.insert.length;
  }
  return { text: result + text.slice(from), found, lost };
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
