import type { Splice } from '../model/splice.ts';

/** Characters kept of a splice's surroundings: about a line, enough to be unique in most files. */
const CONTEXT = 32;

/** Applied to the text they were made for, splices give the text after. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = '';
  let from = 0;
  let grown = 0;
  for (const { at, insert, remove } of splices) {
    const start = at - grown;
    result += text.slice(from, start) + insert;
    from = start + remove.length;
    grown += insert.length - remove.length;
  }
  return result + text.slice(from);
}

/** The way back: from the text after to the text before. */
export function invertSplices(splices: readonly Splice[]): Splice[] {
  let grown = 0;
  return splices.map(({ at, insert, remove }) => {
    const start = at - grown;
    grown += insert.length - remove.length;
    return { at: start, insert: remove, remove: insert };
  });
}

/** Two steps as one: the first leads from a text to the next, the second from that one on. */
export function composeSplices(first: readonly Splice[], second: readonly Splice[]): Splice[] {
  if (second.length === 0) return [...first];
  if (first.length === 0) return [...second];
  const [before, after] = [piecesOf(first), piecesOf(second)];
  const joined: Piece[] = [];
  let [one, other] = [before.shift(), after.shift()];
  while (one !== undefined && other !== undefined) {
    if (one.kind === 'remove') {
      joined.push(one);
      one = before.shift();
    } else if (other.kind === 'insert') {
      joined.push(other);
      other = after.shift();
    } else {
      const length = Math.min(one.length, other.length);
      joined.push(...overlap(cut(one, 0, length), cut(other, 0, length)));
      one = rest(one, length) ?? before.shift();
      other = rest(other, length) ?? after.shift();
    }
  }
  return splicesOf(joined);
}

/** A part of a text that is kept, inserted or removed; the text of what is kept is not needed. */
type Piece =
  | { readonly kind: 'keep'; readonly length: number }
  | { readonly kind: 'insert' | 'remove'; readonly length: number; readonly text: string };

/** What comes behind the last splice is kept, however long it is. */
const toTheEnd: Piece = { kind: 'keep', length: Number.POSITIVE_INFINITY };

function piecesOf(splices: readonly Splice[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { at, insert, remove } of splices) {
    pieces.push({ kind: 'keep', length: at - end });
    pieces.push({ kind: 'remove', length: remove.length, text: remove });
    pieces.push({ kind: 'insert', length: insert.length, text: insert });
    end = at + insert.length;
  }
  return [...pieces.filter(({ length }) => length > 0), toTheEnd];
}

/** What the second step does to a part that the first one kept or inserted. */
function overlap(one: Piece, other: Piece): Piece[] {
  if (other.kind === 'keep') return [one];
  return one.kind === 'keep' ? [other] : [];
}

function cut(piece: Piece, from: number, to: number): Piece {
  if (piece.kind === 'keep') return { kind: 'keep', length: to - from };
  return { kind: piece.kind, length: to - from, text: piece.text.slice(from, to) };
}

function rest(piece: Piece, length: number): Piece | undefined {
  return length >= piece.length ? undefined : cut(piece, length, piece.length);
}

function splicesOf(pieces: readonly Piece[]): Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  let open: Splice | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'keep') {
      if (open) splices.push(open);
      at += piece.length + (open?.insert.length ?? 0);
      open = undefined;
    } else {
      open ??= { at, insert: '', remove: '' };
      open =
        piece.kind === 'insert'
          ? { ...open, insert: open.insert + piece.text }
          : { ...open, remove: open.remove + piece.text };
    }
  }
  return open ? [...splices, open] : splices;
}

/**
 * The same insertions as whole lines: `⏎new` in front of a line's end is `new⏎` behind it. So the line above keeps its own
 * end, also in a file that mixes them.
 */
export function wholeLines(splices: readonly Splice[], after: string): Splice[] {
  return splices.map((splice, index) => {
    const { at, insert, remove } = splice;
    const end = at + insert.length;
    const isLine = remove === '' && insert.startsWith('\n') && after.charAt(end) === '\n';
    const isFree = (splices[index + 1]?.at ?? end + 1) > end;
    return isLine && isFree ? { at: at + 1, insert: `${insert.slice(1)}\n`, remove } : splice;
  });
}

/** Each with what stands around it in the text after, so that it is found again in a text changed since. */
export function withContext(splices: readonly Splice[], after: string): Splice[] {
  return splices.map((splice) => {
    const end = splice.at + splice.insert.length;
    return {
      ...splice,
      left: after.slice(Math.max(0, splice.at - CONTEXT), splice.at),
      right: after.slice(end, end + CONTEXT),
    };
  });
}
