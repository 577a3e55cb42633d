import type { ManualStep } from '../model/edit.ts';
import type { Note } from '../model/plan.ts';
import type { OptionKey, Options, Provenance } from '../options/options.ts';

/** A value for every option, and where each one came from. */
export interface Filled {
  readonly options: Options;
  readonly provenance: Readonly<Record<OptionKey, Provenance>>;
  /** Options that nobody gave, and of which the app's code doesn't say enough to be sure. */
  readonly guessed: readonly OptionKey[];
}

/** The same after every check. */
export interface Resolved extends Filled {
  /** What is allowed and still worth saying. */
  readonly notes: readonly Note[];
  /** What the app's code doesn't tell and nobody said. */
  readonly unanswered: readonly ManualStep[];
  /** Options that detection and defaults would not give: what a replay has to name. */
  readonly chosen: readonly OptionKey[];
}
