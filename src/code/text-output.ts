import type { Splice } from '../model/splice.ts';
import { applySplices, wholeLines } from '../text/splices.ts';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** Collects what goes into a text. Every offset is one of the original text, in whatever order the pieces come. */
export class TextOutput {
  readonly #text: string;
  readonly #pieces: Piece[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Behind what was inserted at the same offset before. */
  insert(at: number, text: string): void {
    if (text !== '') this.#pieces.push({ start: at, end: at, insert: text });
  }

  replace(start: number, end: number, text: string): void {
    this.#pieces.push({ start, end, insert: text });
  }

  get text(): string {
    return applySplices(this.#text, this.splices);
  }

  /** What was collected, in order; pieces at one offset are one splice. */
  get splices(): Splice[] {
    const splices: Splice[] = [];
    let grown = 0;
    let last: Piece | undefined;
    for (const piece of this.#pieces.toSorted((a, b) => a.start - b.start)) {
      const { start, end, insert } = piece;
      const previous = last?.end === start ? splices.pop() : undefined;
      const remove = this.#text.slice(start, end);
      splices.push({
        at: previous?.at ?? start + grown,
        insert: (previous?.insert ?? '') + insert,
        remove: (previous?.remove ?? '') + remove,
      });
      grown += insert.length - remove.length;
      last = piece;
    }
    return wholeLines(splices, applySplices(this.#text, splices));
  }
}
