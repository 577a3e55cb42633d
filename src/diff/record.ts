import { formatted, inAppFormat } from '../formatter/formatted.ts';
import { generatedFiles, printState, setupPaths } from '../state/state.ts';
import { canonical, digest, digestBytes } from '../text/text.ts';
import type { Change, Rendered, RenderedFile } from '../model/change.ts';
import type { Project } from '../model/project.ts';
import type { FileState, State, ToolFileState } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';

type ToolFile = Extract<RenderedFile, { owner: 'tool' }>;

/** What the run is going to leave behind for the next one: the state and the texts it rendered, as changes. */
export async function record(project: Project, rendered: Rendered, changes: readonly Change[]): Promise<Change[]> {
  const state = await nextState(project, rendered, changes);
  const { base } = setupPaths(project.home);
  const tool = rendered.files.filter((file) => file.owner === 'tool');
  const wanted = new Map(tool.map((file) => [base(file.path), file.text]));
  const retired = generatedFiles(project.setup.state)
    .map(base)
    .filter((path) => !wanted.has(path));
  return [
    ...[...wanted].map(([path, text]) => setupChange(project, path, text)),
    ...retired.map((path) => removal(project, path)),
    await stateChange(project, state),
  ].filter((change) => change !== undefined);
}

async function nextState(project: Project, rendered: Rendered, changes: readonly Change[]): Promise<State> {
  const byPath = new Map(changes.map((change) => [change.path, change]));
  const files: Record<AppPath, FileState> = {};
  for (const file of rendered.files) {
    const state = await fileState(project, file, byPath.get(file.path));
    if (state) files[file.path] = state;
  }
  const tool = rendered.files.filter(({ owner }) => owner === 'tool').map(({ path }) => path);
  const declined = [...declinedBefore(project, tool), ...tool.filter((path) => isDeclined(project, path, byPath))];
  return {
    schemaVersion: 1,
    toolVersion: project.toolVersion,
    config: digest(textAfter(project, rendered, setupPaths(project.home).config)),
    ...configBefore(project),
    files,
    declined,
    manual: rendered.manual.map(({ id }) => id),
  };
}

/** Where a state was, the configuration is what it left. */
function configBefore({ setup }: Project): Pick<State, 'configBefore'> {
  const { state, isStateLost, configText } = setup;
  const before = state || isStateLost ? state?.configBefore : configText;
  return before === undefined ? {} : { configBefore: before };
}

/** One that is not wanted at the moment stays declined: switching an option off and on again is no wish to have it. */
function declinedBefore({ setup, tree }: Project, wanted: readonly AppPath[]): AppPath[] {
  const deleted = generatedFiles(setup.state).filter((path) => tree.read(path) === undefined);
  const all = new Set([...(setup.state?.declined ?? []), ...deleted]);
  return [...all].filter((path) => !wanted.includes(path));
}

function isDeclined({ tree }: Project, path: AppPath, changes: ReadonlyMap<AppPath, Change>): boolean {
  return tree.read(path) === undefined && !changes.has(path);
}

async function fileState(
  project: Project,
  file: RenderedFile,
  change: Change | undefined,
): Promise<FileState | undefined> {
  switch (file.owner) {
    case 'setup':
      return undefined;
    case 'archive':
      return { owner: 'archive', written: digestBytes(file.bytes) };
    case 'app':
      return { owner: 'app', written: digest(file.text), edits: file.edits, splices: file.splices };
    case 'tool':
      return toolFileState(project, file, change);
  }
}

/**
 * A merged file is remembered as we would have written it, not as it is: it carries the user's edits, and must be
 * merged again, never replaced.
 */
async function toolFileState(project: Project, file: ToolFile, change: Change | undefined): Promise<ToolFileState> {
  const before = project.setup.state?.files[file.path];
  const disk = project.tree.read(file.path);
  const isCurrent = before?.owner === 'tool' && before.canonical === digest(file.text);
  if (!change && isCurrent) return before;
  // A file that is there as we render it is ours, also where the app's formatter would write it otherwise.
  const isAdopted = !change && !before && disk !== undefined && canonical(disk) === file.text;
  const written = isAdopted ? file.text : await formatted(project, file);
  const { formatter } = project;
  return {
    owner: 'tool',
    canonical: digest(file.text),
    written: digest(written),
    ...(formatter.kind === 'ready' ? { formatter: formatter.formatter.id } : {}),
  };
}

function textAfter({ tree }: Project, { files }: Rendered, path: AppPath): string {
  const file = files.find((candidate) => candidate.path === path);
  return file && 'text' in file ? file.text : (tree.read(path) ?? '');
}

/** Reformatted by the app's own tools, a state still says the same. */
async function stateChange(project: Project, state: State): Promise<Change | undefined> {
  const text = printState(state);
  const before = project.setup.state;
  const path = setupPaths(project.home).state;
  if (before && !project.setup.isStateLost && printState(before) === text) return undefined;
  return setupChange(project, path, await inAppFormat(project, path, text));
}

function setupChange({ tree }: Project, path: AppPath, after: string): Change | undefined {
  const before = tree.read(path);
  if (before === undefined) return { kind: 'create', path, after };
  return canonical(before) === after ? undefined : { kind: 'update', path, before, after };
}

function removal({ tree }: Project, path: AppPath): Change | undefined {
  const before = tree.read(path);
  return before === undefined ? undefined : { kind: 'delete', path, before };
}
