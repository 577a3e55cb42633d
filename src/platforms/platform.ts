import type { Edit } from '../model/edit.ts';
import type { Options } from '../options/options.ts';
import type { Note } from '../model/plan.ts';
import type { Project } from '../model/project.ts';

/** One platform the app runs on: what a set-up adds to its native project. */
export interface Platform {
  readonly id: 'ios';
  edits(project: Project, options: Options): readonly Edit[];
  notes(project: Project, options: Options): readonly Note[];
}
