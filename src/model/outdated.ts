import type { Place } from './errors.ts';

/** Something of the app that is older than what a set-up needs: the code is written with `--allow-unsupported` only. */
export interface Outdated {
  readonly code: string;
  readonly text: string;
  readonly where: Place;
  /** What to do about it: a sentence. */
  readonly remedy: string;
}
