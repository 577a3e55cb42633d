import { diff } from './diff.ts';
import type { Options } from './options/options.ts';
import { plan } from './plan.ts';
import { render } from './render.ts';
import type { Problem } from './report/json-report.ts';
import { setupPaths } from './state.ts';
import { digest } from './text.ts';
import type { AppPath, Change, FileState, Project, State } from './types.ts';

/**
 * Compares the code with what the committed configuration asks for; nothing is written.
 * Files the user edited are fine as long as our wiring is still there.
 */
export async function check(project: Project, options: Options): Promise<Problem[]> {
  const { state } = project.setup;
  const paths = setupPaths(project.home);
  if (!state) return [drift('not-set-up', paths.state, 'There is no set-up here: run create-identity-vault first.')];
  const rendered = await render(plan(project, options), project, options);
  const missing = missingFiles(project, state);
  const comparable = rendered.files.filter(({ path }) => !missing.has(path));
  const unformatted: Project = { ...project, formatter: { kind: 'none' } };
  const changes = await diff(unformatted, comparable);
  return [
    ...[...missing].map((path) => drift('missing', path, 'The generated file is missing.')),
    ...changes.map((change) => toProblem(change, paths.config)),
    ...rendered.manual.map(({ path, line, reason }) => drift('manual', `${path}:${String(line)}`, reason)),
    ...notes(project, state),
  ];
}

/** A run was interrupted half way: the next one takes it back. */
export function unfinished(home: AppPath): Problem {
  return drift('unfinished', setupPaths(home).journal, 'A run was interrupted half way: the next run takes it back.');
}

/** Deleted since the last run, and not known to it as declined. */
function missingFiles({ tree }: Project, state: State): Set<AppPath> {
  const generated = Object.entries(state.files).filter(([, { owner }]) => owner === 'tool');
  return new Set(
    generated.map(([path]) => path).filter((path) => tree.read(path) === undefined && !state.declined.includes(path)),
  );
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
    .filter(([path, file]) => file.owner === 'tool' && isEdited(tree.read(path), file))
    .map(([path]) => note('edited', path, 'Edited since it was generated; that is fine.'));
  if (state.toolVersion === toolVersion) return edited;
  return [
    ...edited,
    note('tool-version', setupPaths(home).state, `Written by ${state.toolVersion}; this is ${toolVersion}.`),
  ];
}

function isEdited(text: string | undefined, file: FileState): boolean {
  return text !== undefined && digest(text) !== file.written;
}

const drift = (code: string, path: AppPath, text: string): Problem => ({ level: 'drift', code, path, text });
const note = (code: string, path: AppPath, text: string): Problem => ({ level: 'note', code, path, text });
