import type { Change } from '../model/change.ts';
import type { FileState } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';

/** What is decided about one file, once for the run and for the next one. */
export interface Verdict {
  readonly path: AppPath;
  readonly change?: Change | undefined;
  /** What the next run has to know of the file; absent for the files of the set-up itself, and where nothing of ours is in it. */
  readonly state?: FileState | undefined;
  /** A generated file that a person deleted. */
  readonly isDeclined?: true;
}
