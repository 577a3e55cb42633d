import type { ManualStep, NeededImport } from './edit.ts';
import type { AppPath } from './tree.ts';

/** How it is told from the files that a person made a change. */
export type Made = MadeInCode | MadeInTexts;

/** A file of texts has one of them; in a string catalog, in this language. */
export interface MadeInTexts {
  readonly kind: 'text';
  readonly key: string;
  readonly language: string;
}

export type MadeInCode =
  /** One of these methods of a generated class is called, whatever holds the instance. */
  | { readonly kind: 'call'; readonly of: NeededImport; readonly methods: readonly string[] }
  /** A generated symbol is used. */
  | { readonly kind: 'use'; readonly of: NeededImport }
  /** A generated method does something that it was not generated with. */
  | { readonly kind: 'body'; readonly className: string; readonly method: string };

/**
 * A step for a person that goes with what a run writes, and that nothing has to wait for: code that uses what is generated,
 * or a translation. So the run writes everything, and says it until the app has it.
 */
export interface FollowUp extends ManualStep {
  readonly made: Made;
  /** Where it counts as made: the file of the step, and those it may as well stand in. */
  readonly files: readonly AppPath[];
}
