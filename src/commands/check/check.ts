import { markerLine } from '../../diff/merge.ts';
import type { Options } from '../../options/options.ts';
import { plan } from '../../plan/plan.ts';
import { pluginPackage } from '../../packages/plugin-package.ts';
import type { Problem } from '../../report/json-report.ts';
import { generatedFiles, isAsLeft } from '../../state/state.ts';
import { digest } from '../../text/text.ts';
import type { Change } from '../../model/change.ts';
import type { Project } from '../../model/project.ts';
import type { State } from '../../model/state.ts';
import type { AppPath } from '../../model/tree.ts';
import { undecided } from '../../diff/decisions.ts';
import { isKept } from '../../diff/keep.ts';
import { assess } from '../../pipeline.ts';
import { setupPaths } from '../../state/setup-paths.ts';

/**
 * Compares the code with what the committed configuration asks for; nothing is written.
 * Files the user edited are fine as long as our wiring is still there.
 */
export async function check(project: Project, options: Options): Promise<Problem[]> {
  const { state } = project.setup;
  const paths = setupPaths(project.home);
  if (!state) return [drift('not-set-up', paths.state, 'There is no set-up here: run create-identity-vault first.')];
  // A configuration that was edited by hand and not applied is drift, whoever wrote the code.
  const isApplied = state.config === digest(project.setup.configText ?? '');
  const isOtherVersion = isApplied && state.toolVersion !== project.toolVersion;
  const unformatted: Project = { ...project, formatter: { kind: 'none' } };
  const asInstalled = isOtherVersion ? asWrittenBy(state, unformatted) : unformatted;
  const assessment = await assess(asInstalled, await plan(asInstalled, options), undecided);
  const changes = assessment.changes.filter(({ path }) => !isKept(project.home, path));
  return [
    ...missingFiles(project, state).map((path) => drift('missing', path, 'The generated file is missing.')),
    ...changes.map((change) =>
      isOtherVersion && isOurs(state, paths.config, change) ? outdated(change) : toProblem(change, paths.config),
    ),
    ...withMarkers(project, state),
    ...[...assessment.manual, ...assessment.followUps].map(({ path, line, reason }) =>
      drift('manual', `${path}:${String(line)}`, reason),
    ),
    ...notes(project, state),
  ];
}

/** Which release of the plugin belongs to this version, and which version checks it, is for the next run to say. */
function asWrittenBy({ toolVersion }: State, project: Project): Project {
  const range = project.dependencies.get(pluginPackage)?.range;
  return { ...project, toolVersion, ...(range === undefined ? {} : { pluginSource: { kind: 'spec', spec: range } }) };
}

/** What another version writes otherwise is no drift: nobody changed anything. */
function isOurs({ files }: State, configPath: AppPath, { path }: Change): boolean {
  return path === configPath || files[path]?.owner === 'tool' || files[path]?.owner === 'archive' || !(path in files);
}

function outdated({ path }: Change): Problem {
  return note('outdated', path, 'This version writes it otherwise: run create-identity-vault to update.');
}

/** A run was interrupted half way: the next one takes it back. */
export function interruptedRun(home: AppPath): Problem {
  return drift('unfinished', setupPaths(home).journal, 'A run was interrupted half way: the next run takes it back.');
}

/** Merge conflicts, or no JSON at all: what was set up can't be told. */
export function lostState(home: AppPath): Problem {
  const text = 'The state has conflicts or is damaged: run create-identity-vault to rebuild it from the configuration.';
  return drift('state', setupPaths(home).state, text);
}

/** Deleted since the last run, and not known to it as declined. */
function missingFiles({ tree }: Project, state: State): AppPath[] {
  return generatedFiles(state).filter((path) => tree.read(path) === undefined && !state.declined.includes(path));
}

/** `--on-conflict=markers` leaves a decision to a person, who has to make it before the code compiles. */
function withMarkers({ tree }: Project, state: State): Problem[] {
  return generatedFiles(state).flatMap((path) => {
    const line = markerLine(tree.read(path) ?? '');
    return line === undefined
      ? []
      : [drift('conflict-markers', `${path}:${String(line)}`, 'A conflict is not resolved.')];
  });
}

function toProblem({ path }: Change, configPath: AppPath): Problem {
  const text =
    path === configPath
      ? 'The configuration is not complete, or not as this version writes it.'
      : 'The file is not what the configuration asks for.';
  return drift(path === configPath ? 'config' : 'not-applied', path, text);
}

function notes({ tree, toolVersion, home }: Project, state: State): Problem[] {
  const edited = Object.entries(state.files)
    .filter(([path, file]) => file.owner === 'tool' && isAsLeft(tree, path, file) === false)
    .map(([path]) => note('edited', path, 'Edited since it was generated; that is fine.'));
  if (state.toolVersion === toolVersion) return edited;
  return [
    ...edited,
    note('tool-version', setupPaths(home).state, `Written by ${state.toolVersion}; this is ${toolVersion}.`),
  ];
}

const drift = (code: string, path: AppPath, text: string): Problem => ({ level: 'drift', code, path, text });
const note = (code: string, path: AppPath, text: string): Problem => ({ level: 'note', code, path, text });
