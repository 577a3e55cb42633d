import { inAppFormat } from '../formatter/formatted.ts';
import type { Change } from '../model/change.ts';
import type { Project } from '../model/project.ts';
import type { Rendered } from '../model/rendered.ts';
import type { State } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';
import { setupPaths } from '../state/setup-paths.ts';
import { generatedFiles, printState } from '../state/state.ts';
import { canonical } from '../text/text.ts';

/** The bookkeeping as changes: the state, and the text of each generated file for the next merge. */
export async function keep(project: Project, { files }: Rendered, state: State | undefined): Promise<Change[]> {
  const { base } = setupPaths(project.home);
  const tool = state === undefined ? [] : files.filter((file) => file.owner === 'tool');
  const wanted = new Map(tool.map(({ path, text }) => [base(path), text]));
  const retired = generatedFiles(project.setup.state)
    .map(base)
    .filter((path) => !wanted.has(path));
  return [
    ...[...wanted].map(([path, text]) => write(project, path, text)),
    ...retired.map((path) => removal(project, path)),
    await stateChange(project, state),
  ].filter((change) => change !== undefined);
}

/** Is this path one of {@link keep}'s? */
export function isKept(home: AppPath, path: AppPath): boolean {
  const { state, folder } = setupPaths(home);
  return path === state || path.startsWith(`${folder}/base/`);
}

/** Reformatted by the app's own tools, a state still says the same. */
async function stateChange(project: Project, state: State | undefined): Promise<Change | undefined> {
  const { state: path } = setupPaths(project.home);
  if (state === undefined) return removal(project, path);
  const text = printState(state);
  const { state: before, isStateLost } = project.setup;
  if (before && !isStateLost && printState(before) === text) return undefined;
  return write(project, path, await inAppFormat(project, path, text));
}

function write({ tree }: Project, path: AppPath, after: string): Change | undefined {
  const before = tree.read(path);
  if (before === undefined) return { kind: 'create', path, after };
  return canonical(before) === after ? undefined : { kind: 'update', path, before, after };
}

function removal({ tree }: Project, path: AppPath): Change | undefined {
  const before = tree.read(path);
  return before === undefined ? undefined : { kind: 'delete', path, before };
}
