import { baseOf } from '../../state/base-of.ts';
import type { ManualStep } from '../../model/edit.ts';
import { isSharedArchive, orphan } from '../../packages/shared-dependency.ts';
import { generatedFiles, isAsLeft, setupPaths } from '../../state/state.ts';
import { takeOutOfApp } from './take-out-of-app.ts';
import { digest, exactText } from '../../text/text.ts';
import type { Change } from '../../model/change.ts';
import type { Project } from '../../model/project.ts';
import type { FileState } from '../../model/state.ts';
import type { AppPath } from '../../model/tree.ts';

/** What `remove` does to the app. */
export interface Removal {
  readonly changes: readonly Change[];
  /** Files the user edited: they stay, and are the user's from now on. */
  readonly kept: readonly AppPath[];
  /** What we wrote into a file that was changed since, so that only a person can take it out. */
  readonly manual: readonly ManualStep[];
}

/** Everything earlier runs wrote, taken out: on an untouched set-up the bytes from before the first run. */
export async function takeOut(project: Project, force: boolean): Promise<Removal> {
  const files = Object.entries(project.setup.state?.files ?? {}).filter(([path]) => !isSharedArchive(project, path));
  const edited = files.filter(([path, file]) => isEdited(project, path, file)).map(([path]) => path);
  const config = setupPaths(project.home).config;
  const unsure = files.filter(([path, file]) => !isSurelyOurs(project, path, file)).map(([path]) => path);
  const mine = force ? [] : [...edited, ...(isConfigEdited(project) ? [config] : [])];
  const kept = [...new Set([...unsure, ...mine])].sort();
  const ours = files.flatMap(([path, { owner }]) => (owner === 'app' || kept.includes(path) ? [] : [path]));
  const gone = new Set(ours);
  const outcomes = await Promise.all(
    files.flatMap(([path, state]) => (state.owner === 'app' ? [takeOutOfApp(project, { path, state }, gone)] : [])),
  );
  return {
    changes: [
      ...outcomes.flatMap(({ change }) => change ?? []),
      ...ours.flatMap((path) => deletion(project, path) ?? []),
      ...setupFiles(project).filter(({ path }) => !kept.includes(path)),
    ].sort((a, b) => (a.path < b.path ? -1 : 1)),
    kept,
    manual: outcomes.flatMap(({ manual }) => manual),
  };
}

/** In the app's own files our lines are found and taken out, whatever else was edited there. */
function isEdited({ tree }: Project, path: AppPath, file: FileState): boolean {
  return file.owner !== 'app' && isAsLeft(tree, path, file) === false;
}

/** A state can be damaged: without the text that was rendered, or other bytes than were packed, nobody's file is deleted. */
function isSurelyOurs(project: Project, path: AppPath, file: FileState): boolean {
  if (file.owner === 'app' || project.tree.readBytes(path) === undefined) return true;
  return file.owner === 'tool' ? baseOf(project, path) !== undefined : !isEdited(project, path, file);
}

/** Changed by hand and never applied, it is the only copy of what somebody wanted. */
function isConfigEdited({ setup }: Project): boolean {
  return setup.configText !== undefined && setup.state !== undefined && digest(setup.configText) !== setup.state.config;
}

function setupFiles(project: Project): Change[] {
  const { config, folder, state, base } = setupPaths(project.home);
  const bases = generatedFiles(project.setup.state).map(base);
  const ours = [state, `${folder}/.gitattributes`, `${folder}/.gitignore`, ...bases];
  const others = [...ours, ...orphan(project)];
  return [takeOutConfig(project, config), ...others.map((path) => deletion(project, path))].filter(
    (change) => change !== undefined,
  );
}

/** What a person had written before the first run comes back. */
function takeOutConfig(project: Project, path: AppPath): Change | undefined {
  const { configText: before, state } = project.setup;
  const after = state?.configBefore;
  if (before === undefined || after === undefined) return deletion(project, path);
  return before === after ? undefined : { kind: 'update', path, before, after };
}

function deletion({ tree }: Project, path: AppPath): Change | undefined {
  const bytes = tree.readBytes(path);
  return bytes && { kind: 'delete', path, before: exactText(bytes) ?? bytes };
}
