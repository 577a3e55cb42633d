import type { Decisions } from './diff/decisions.ts';
import { diff } from './diff/diff.ts';
import type { Change } from './model/change.ts';
import type { ManualStep } from './model/edit.ts';
import type { FollowUp } from './model/follow-up.ts';
import type { Command, Plan } from './model/plan.ts';
import type { Project } from './model/project.ts';
import type { State } from './model/state.ts';
import type { AppPath } from './model/tree.ts';
import { neededCommands } from './packages/needed-commands.ts';
import { render } from './render/render.ts';

/** What a plan means for the app as it is: everything that would be written, run and left to a person. */
interface Assessment {
  readonly changes: readonly Change[];
  /** What the next run has to know; absent where nothing is set up afterwards. */
  readonly state: State | undefined;
  readonly manual: readonly ManualStep[];
  /** What a person has still to change, once the rest is written. */
  readonly followUps: readonly FollowUp[];
  readonly commands: readonly Command[];
}

/** Nothing is wanted of the app: what earlier runs wrote is taken out of it. */
export const emptyPlan: Plan = { edits: [], packages: [], commands: [], notes: [], followUps: [] };

/** Plan → render → diff, in memory. Set-up, check and remove are this with other plans; nothing is written here. */
export async function assess(project: Project, plan: Plan, decisions: Decisions): Promise<Assessment> {
  const rendered = await render(plan, project);
  const { changes, state } = await diff(project, rendered, decisions);
  const { manual } = rendered;
  const followUps = rendered.followUps.map((followUp) => inPlace(followUp, changes, project));
  return { changes, state, manual, followUps, commands: neededCommands(project, plan, changes) };
}

/** The lines of these files that need the generated code, and go on to once it is taken out. */
export async function usesAfter(
  project: Project,
  paths: readonly AppPath[],
  changes: readonly Change[],
): Promise<ManualStep[]> {
  const { usesLeft } = await import('./render/uses-left.ts');
  return usesLeft(project, paths, changes);
}

/** The method of a generated file has its line only now that the file's text is certain. */
function inPlace(followUp: FollowUp, changes: readonly Change[], { tree }: Project): FollowUp {
  const { path, made } = followUp;
  if (made.kind !== 'body') return followUp;
  const change = changes.find((one) => one.path === path);
  const text = change && 'after' in change ? change.after : tree.read(path);
  const lines = typeof text === 'string' ? text.split('\n') : [];
  const index = lines.findIndex((line) => new RegExp(`^[^*/]*\\b${made.method}\\(.*\\{`).test(line));
  return index === -1 ? followUp : { ...followUp, line: index + 1 };
}
