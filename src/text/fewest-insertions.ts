/** A piece of the longer text: copied from the shorter one, or inserted. */
interface Piece {
  readonly value: string;
  readonly added: boolean;
  readonly removed: false;
}

/** Cells of the table that is filled: more would cost more memory than a comparison is worth. */
const LIMIT = 10_000_000;

/** More insertions than can be counted, or none that lead to the end. */
const FAR = 60_000;

/**
 * Says of a text and the same text with insertions which parts were inserted, in as few pieces as possible. Comparisons
 * that count characters take any of the ways that insert equally many, and scatter one insertion over the code around it.
 * @returns `undefined` where the texts are too long, or `after` is not `before` with insertions
 */
export function fewestInsertions(before: string, after: string): Piece[] | undefined {
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const texts = { short: before.slice(start, before.length - end), long: after.slice(start, after.length - end) };
  const choices = choose(texts);
  if (choices === undefined) return undefined;
  const copied = (value: string): Piece[] => (value === '' ? [] : [{ value, added: false, removed: false }]);
  return [...copied(after.slice(0, start)), ...follow(texts, choices), ...copied(after.slice(after.length - end))];
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

interface Texts {
  readonly short: string;
  readonly long: string;
}

const DURING_COPY = 1;
const DURING_INSERTION = 2;

/** For every pair of places, whether to insert there, as bits: after a copied character, and within an insertion. */
function choose({ short, long }: Texts): Uint8Array | undefined {
  const width = long.length + 1;
  if ((short.length + 1) * width > LIMIT) return undefined;
  const choices = new Uint8Array((short.length + 1) * width);
  let copying = new Uint16Array(width + 1).fill(FAR);
  for (let i = short.length; i >= 0; i -= 1) {
    const row = { copying: new Uint16Array(width + 1).fill(FAR), inserting: FAR };
    for (let j = long.length; j >= 0; j -= 1) {
      const isEnd = i === short.length && j === long.length;
      const isSame = i < short.length && short.charCodeAt(i) === long.charCodeAt(j);
      const copy = isEnd ? 0 : isSame ? (copying[j + 1] ?? FAR) : FAR;
      const insert = j < long.length ? row.inserting : FAR;
      choices[i * width + j] = (insert + 1 < copy ? DURING_COPY : 0) | (insert < copy ? DURING_INSERTION : 0);
      row.copying[j] = Math.min(copy, insert + 1, FAR);
      row.inserting = Math.min(copy, insert);
    }
    copying = row.copying;
  }
  return (copying[0] ?? FAR) < FAR ? choices : undefined;
}

function follow({ short, long }: Texts, choices: Uint8Array): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let copied = 0;
  let isInserting = false;
  for (let from = 0; at < long.length; from = at) {
    const next = (): boolean =>
      ((choices[copied * (long.length + 1) + at] ?? 0) & (isInserting ? DURING_INSERTION : DURING_COPY)) !== 0;
    isInserting = next();
    while (at < long.length && next() === isInserting) {
      if (!isInserting) copied += 1;
      at += 1;
    }
    pieces.push({ value: long.slice(from, at), added: isInserting, removed: false });
  }
  return copied === short.length ? pieces : [];
}
