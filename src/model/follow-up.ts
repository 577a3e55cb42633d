import type { ManualStep, NeededImport } from './edit.ts';
import type { AppPath } from './tree.ts';

/** How it is told from the code that a person made a change. */
export type Made =
  /** A method of a generated class is called, whatever holds the instance. */
  | { readonly kind: 'call'; readonly of: NeededImport; readonly method: string }
  /** A generated method does something that it was not generated with. */
  | { readonly kind: 'body'; readonly className: string; readonly method: string };

/**
 * A step for a person in code that uses what a run generates: it can't be made before the run. So the run writes
 * everything, and says it until the code has it.
 */
export interface FollowUp extends ManualStep {
  readonly made: Made;
  /** Where it counts as made: the file of the step, and those it may as well stand in. */
  readonly files: readonly AppPath[];
}
