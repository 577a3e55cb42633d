import type { Options } from '../options/options.ts';
import type { ManualStep } from '../model/edit.ts';
import type { Note } from '../model/plan.ts';
import type { Project } from '../model/project.ts';

/** The app, and the complete options for it. */
export interface Chosen {
  readonly project: Project;
  readonly options: Options;
  readonly notes: readonly Note[];
  readonly unanswered: readonly ManualStep[];
  /** The command that gives the same result without questions; only after questions. */
  readonly replay?: string;
}
