import type { Change } from '../model/change.ts';
import type { Project } from '../model/project.ts';
import type { FileState } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';
import { isSharedArchive, orphan } from '../packages/shared-dependency.ts';
import { baseOf } from '../state/base-of.ts';
import { setupPaths } from '../state/setup-paths.ts';
import { isConfigEdited } from '../state/state.ts';
import { digest, digestBytes, exactText } from '../text/text.ts';
import type { Decisions } from './decisions.ts';

/** What earlier runs wrote and this one does not want any more. */
export function retire(project: Project, wanted: ReadonlySet<AppPath>, decisions: Decisions): Change[] {
  return Object.entries(project.setup.state?.files ?? {})
    .filter(([path]) => !wanted.has(path) && !isSharedArchive(project, path))
    .flatMap(([path, state]) => retireFile(project, { path, state }, decisions) ?? []);
}

interface KnownFile {
  readonly path: AppPath;
  readonly state: FileState;
}

/** A state can be damaged: without the text that was rendered, or with other bytes than were packed, no file is deleted. */
function retireFile(project: Project, { path, state }: KnownFile, { onConflict }: Decisions): Change | undefined {
  const bytes = project.tree.readBytes(path);
  // A file of the app is rendered without what was inserted; here it is as good as gone.
  if (bytes === undefined || state.owner === 'app') return undefined;
  if (state.owner === 'archive')
    return digestBytes(bytes) === state.written ? { kind: 'delete', path, before: bytes } : undefined;
  const before = project.tree.read(path) ?? '';
  const isOwn = baseOf(project, path) !== undefined;
  if (isOwn && (digest(before) === state.written || onConflict === 'theirs')) return deletion(path, bytes);
  return onConflict === 'abort' ? { kind: 'conflict', path, before, after: '' } : undefined;
}

/** Where no set-up is wanted any more, its own files go; what a person had written before the first run comes back. */
export function leaveSetUp(project: Project, decisions: Decisions): Change[] {
  const { config, gitAttributes, gitIgnore } = setupPaths(project.home);
  const gone = [gitAttributes, gitIgnore, ...orphan(project)].flatMap((path) => {
    const bytes = project.tree.readBytes(path);
    return bytes ? [deletion(path, bytes)] : [];
  });
  return [...leaveConfig(project, config, decisions), ...gone];
}

function leaveConfig(project: Project, path: AppPath, { onConflict }: Decisions): Change[] {
  const { configText: before, state } = project.setup;
  if (before === undefined) return [];
  if (isConfigEdited(project.setup) && onConflict !== 'theirs') return [];
  const after = state?.configBefore;
  if (after === undefined) return [{ kind: 'delete', path, before }];
  return before === after ? [] : [{ kind: 'update', path, before, after }];
}

function deletion(path: AppPath, bytes: Uint8Array): Change {
  return { kind: 'delete', path, before: exactText(bytes) ?? bytes };
}
