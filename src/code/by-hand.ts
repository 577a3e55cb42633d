import type { NeededImport } from '../model/edit.ts';

/** What a person adds where an edit can't be made. */
export interface ByHand {
  readonly imports: readonly NeededImport[];
  /** Where the code goes, in words that a comment can say: `in the routes, before any wildcard`. */
  readonly where: string;
  readonly code: readonly string[];
}
