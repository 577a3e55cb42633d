import type { Edit } from '../edits/edit.ts';
import type { Options } from '../options/options.ts';
import type { Note, Project } from '../types.ts';

/** One platform the app runs on: what a set-up adds to its native project. */
export interface Platform {
  readonly id: 'ios';
  edits(project: Project, options: Options): readonly Edit[];
  notes(project: Project, options: Options): readonly Note[];
}
