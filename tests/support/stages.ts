import { diff, type Decisions } from '../../src/diff/diff.ts';
import { record } from '../../src/diff/record.ts';
import type { Change, Rendered } from '../../src/model/change.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Project } from '../../src/model/project.ts';
import type { AppPath } from '../../src/model/tree.ts';
import type { Options } from '../../src/options/options.ts';
import { plan } from '../../src/plan/plan.ts';
import { render } from '../../src/render/render.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { parseState, setupPaths } from '../../src/state/state.ts';
import { fakeProject, type Facts } from './fake-project.ts';
import { fakeTree } from './fake-tree.ts';

/*
 * How the tests call the stages: what changes in their signatures changes here and nowhere else.
 */

/** Complete options for an app: what the catalog gives by itself, and what a test says. */
export function fakeOptions(said: Partial<Options> = {}, project: Project = fakeProject()): Options {
  return { ...resolve({}, project).options, ...said };
}

export function planOf(project: Project, options: Options = fakeOptions({}, project)): Plan {
  return plan(project, options);
}

export function renderOf(project: Project, options: Options = fakeOptions({}, project)): Promise<Rendered> {
  return render(planOf(project, options), project, options);
}

export const undecided: Decisions = { onConflict: 'abort', restore: [] };

/** Everything a run would write: the app's files, the generated ones, and what is kept for the next run. */
export async function changesOf(
  project: Project,
  options: Options = fakeOptions({}, project),
  decisions: Decisions = undecided,
): Promise<Change[]> {
  const rendered = await renderOf(project, options);
  const changes = await diff(project, rendered.files, decisions);
  return [...changes, ...(await record(project, rendered, changes))];
}

/** The app after a run, and after what somebody did to its files since. */
export async function afterRun(
  { facts = {}, options = {}, decisions }: { facts?: Facts; options?: Partial<Options>; decisions?: Decisions } = {},
  since: Facts['files'] = {},
): Promise<Project> {
  const project = fakeProject(facts);
  const changes = await changesOf(project, fakeOptions(options, project), decisions);
  const files = { ...facts.files, ...filesAfter(changes), ...since };
  const tree = fakeTree(files);
  const { config, state } = setupPaths(project.home);
  return fakeProject({ ...facts, files, configText: tree.read(config), state: parseState(tree.read(state) ?? '') });
}

function filesAfter(changes: readonly Change[]): Record<AppPath, string | Uint8Array | undefined> {
  return Object.fromEntries(
    changes.map((change) => [change.path, change.kind === 'delete' ? undefined : change.after]),
  );
}
