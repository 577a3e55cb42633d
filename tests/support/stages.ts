import { assess } from '../../src/pipeline.ts';
import type { Change } from '../../src/model/change.ts';
import type { AngularOptions } from '../../src/frameworks/angular/angular-options.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Project } from '../../src/model/project.ts';
import type { AppPath } from '../../src/model/tree.ts';
import { plan } from '../../src/plan/plan.ts';
import { render } from '../../src/render/render.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { parseState } from '../../src/state/state.ts';
import { fakeProject, type Facts } from './fake-project.ts';
import { fakeTree } from './fake-tree.ts';
import { undecided, type Decisions } from '../../src/diff/decisions.ts';
import type { Rendered } from '../../src/model/rendered.ts';
import { setupPaths } from '../../src/state/setup-paths.ts';

/*
 * How the tests call the stages: what changes in their signatures changes here and nowhere else.
 */

/** Complete options for an app: what the catalog gives by itself, and what a test says. */
export function fakeOptions(said: Partial<AngularOptions> = {}, project: Project = fakeProject()): AngularOptions {
  // The apps of these tests are of the framework whose options they are.
  return { ...(resolve({}, project).options as AngularOptions), ...said };
}

export function planOf(project: Project, options: AngularOptions = fakeOptions({}, project)): Promise<Plan> {
  return plan(project, options);
}

export async function renderOf(
  project: Project,
  options: AngularOptions = fakeOptions({}, project),
): Promise<Rendered> {
  return render(await planOf(project, options), project);
}

/** Everything a run would write: the app's files, the generated ones, and what is kept for the next run. */
export async function changesOf(
  project: Project,
  options: AngularOptions = fakeOptions({}, project),
  decisions: Decisions = undecided,
): Promise<readonly Change[]> {
  const { changes } = await assess(project, await planOf(project, options), decisions);
  return changes;
}

/** The app after a run, and after what somebody did to its files since. */
export async function afterRun(
  {
    facts = {},
    options = {},
    decisions,
  }: { facts?: Facts; options?: Partial<AngularOptions>; decisions?: Decisions } = {},
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
