import type { AppEdit, ManualStep } from '../model/edit.ts';
import type { RenderedAppFile } from '../model/rendered.ts';
import type { AppPath } from '../model/tree.ts';

/** What is wanted of one of the app's own files. */
export interface WantedAppFile {
  readonly path: AppPath;
  /** None where only what earlier runs inserted is to be taken out. */
  readonly edits: readonly AppEdit[];
  /** Generated files that go with this run. */
  readonly gone: ReadonlySet<AppPath>;
}

/** The file with the edits in it, absent where nothing is left to say of it, and the steps left for a person. */
export interface AppFileOutcome {
  readonly file?: RenderedAppFile;
  readonly manual: readonly ManualStep[];
}
