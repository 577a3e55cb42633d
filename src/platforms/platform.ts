import type { Edit } from '../model/edit.ts';
import type { FollowUp } from '../model/follow-up.ts';
import type { Outdated } from '../model/outdated.ts';
import type { Options } from '../options/options.ts';
import type { Note } from '../model/plan.ts';
import type { Project } from '../model/project.ts';

/** One platform the app runs on: what a set-up adds to its native project. */
export interface Platform {
  readonly id: 'ios' | 'android';
  edits(project: Project, options: Options): readonly Edit[];
  notes(project: Project, options: Options): readonly Note[];
  /** What only a person can change, beside what a run writes. */
  followUps(project: Project, options: Options): readonly FollowUp[];
  /** The app is built for systems that the vault does not run on. */
  outdated(project: Project): readonly Outdated[];
}
