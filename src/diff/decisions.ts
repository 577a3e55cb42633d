import type { AppPath } from '../model/tree.ts';
import type { OnConflict } from './conflict-choices.ts';

/** What was decided about files that a person changed or deleted. */
export interface Decisions {
  readonly onConflict: OnConflict;
  /** Deleted files that are to be written again. */
  readonly restore: readonly AppPath[];
}

/** A conflict ends the run. */
export const undecided: Decisions = { onConflict: 'abort', restore: [] };
