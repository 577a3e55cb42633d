import { CliError } from './errors.ts';
import type { AppPath } from './tree.ts';

/** How the types of an app are checked, by its own compiler. */
export interface TypeCheck {
  /** Name and version. */
  readonly compiler: string;
  readonly tsConfig: AppPath;
  /** As a person types it. */
  readonly typed: string;
  readonly argv: readonly string[];
  /** Where it is run: absolute. */
  readonly folder: string;
}

/** An error that the app's own compiler finds. */
export interface CompilerError {
  /** Absent where it is about no file. */
  readonly path?: AppPath;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** As the compiler names it, e.g. `TS2322`. */
  readonly code: string;
  readonly message: string;
}

/** What the app's own type check says before a run, and after it. */
export interface Verification {
  /** Name and version. */
  readonly compiler: string;
  readonly tsConfig: AppPath;
  /** How many errors there were before anything was written. */
  readonly errorsBefore: number;
  /** How many there are now; absent where nothing was written, or where it can't be told. */
  readonly errorsAfter?: number;
  /** Those that were not there before; absent with {@link errorsAfter}. */
  readonly newErrors?: readonly CompilerError[];
  /** Why the second check has no result. */
  readonly failure?: string;
}

/** Does the run leave the app worse than it was, as far as is known? */
export function isWorse({ newErrors = [], failure }: Verification): boolean {
  return newErrors.length > 0 || failure !== undefined;
}

/** The check was asked for and can't be made: nothing may be written then. */
export function uncheckable(why: string, hint: string): CliError {
  return new CliError('UNSUPPORTED', `--verify: the app’s types can’t be checked: ${why}. Nothing was written.`, {
    hint,
  });
}
