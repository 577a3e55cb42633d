import { baseOf } from '../state/base-of.ts';
import { formatted } from '../formatter/formatted.ts';
import type { OnConflict } from './conflict-choices.ts';
import { mergeFile } from './merge-file.ts';
import { setupPaths } from '../state/state.ts';
import { canonical, digest, digestBytes, encode, encodingOf, type Encoding } from '../text/text.ts';
import type { Change, RenderedFile } from '../model/change.ts';
import type { Project } from '../model/project.ts';
import type { FileState, ToolFileState } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';

type ToolFile = Extract<RenderedFile, { owner: 'tool' }>;

/** What was decided about files the user changed or deleted. */
export interface Decisions {
  readonly onConflict: OnConflict;
  /** Deleted files that are to be written again. */
  readonly restore: readonly AppPath[];
}

const undecided: Decisions = { onConflict: 'abort', restore: [] };

/**
 * Compares the files the options ask for with the files on disk.
 *
 * A file we generated is replaced only while it is as we left it. One the user edited is merged with the text we
 * rendered last time as the common ancestor; one the user deleted stays deleted.
 */
export async function diff(
  project: Project,
  desired: readonly RenderedFile[],
  decisions: Decisions = undecided,
): Promise<Change[]> {
  const changes = await Promise.all(desired.map((file) => compare(project, file, decisions)));
  const wanted = new Set(desired.map(({ path }) => path));
  const retired = Object.entries(project.setup.state?.files ?? {})
    .filter(([path]) => !wanted.has(path))
    .map(([path, state]) => retire(project, { path, state }, decisions));
  return [...changes, ...retired].filter((change) => change !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function compare(project: Project, file: RenderedFile, decisions: Decisions): Promise<Change | undefined> {
  if (file.owner === 'tool') return compareToolFile(project, file, decisions);
  if (file.owner === 'archive') return compareArchive(project, file);
  const before = project.tree.read(file.path);
  if (before === undefined) return { kind: 'create', path: file.path, after: newText(project, file) };
  if (file.owner === 'setup' && canonical(before) === canonical(file.text)) return undefined;
  return before === file.text ? undefined : { kind: 'update', path: file.path, before, after: file.text };
}

async function compareToolFile(
  project: Project,
  { path, text }: ToolFile,
  { onConflict, restore }: Decisions,
): Promise<Change | undefined> {
  const before = project.tree.read(path);
  const state = toolState(project, path);
  const isDeclined = state !== undefined || (project.setup.state?.declined.includes(path) ?? false);
  if (before === undefined) {
    if (isDeclined && !restore.includes(path)) return undefined;
    const after = await formatted(project, { path, text });
    return { kind: 'create', path, after: encode(after, newFileEncoding(project)) };
  }
  if (state?.canonical === digest(text)) return undefined;
  const after = await formatted(project, { path, text });
  if (digest(before) === state?.written) return update(path, before, after);
  // Without a state, a file is only ours when it is exactly what we would write.
  if (canonical(before) === text) return undefined;
  return mergeFile(project, { path, before, text, after }, isKnown(project) ? onConflict : 'abort');
}

/** A state was there, or is rebuilt: then a file in the way is one of ours that the user edited. */
function isKnown({ setup }: Project): boolean {
  return setup.state !== undefined || setup.isStateLost === true;
}

function update(path: AppPath, before: string, after: string): Change | undefined {
  const encoded = encode(after, encodingOf(before));
  return encoded === before ? undefined : { kind: 'update', path, before, after: encoded };
}

function retire(
  project: Project,
  { path, state }: { path: AppPath; state: FileState },
  { onConflict }: Decisions,
): Change | undefined {
  if (state.owner === 'app') return undefined;
  if (state.owner === 'archive') {
    const before = project.tree.readBytes(path);
    return before && digestBytes(before) === state.written ? { kind: 'delete', path, before } : undefined;
  }
  const before = project.tree.read(path);
  if (before === undefined) return undefined;
  const isOurs = baseOf(project, path) !== undefined;
  if (isOurs && (digest(before) === state.written || onConflict === 'theirs')) return { kind: 'delete', path, before };
  return onConflict === 'abort' ? { kind: 'conflict', path, before, after: '' } : undefined;
}

function compareArchive(project: Project, file: Extract<RenderedFile, { owner: 'archive' }>): Change | undefined {
  const before = project.tree.readBytes(file.path);
  const { path, bytes: after } = file;
  if (before === undefined) return { kind: 'create', path, after };
  return digestBytes(before) === digestBytes(after) ? undefined : { kind: 'update', path, before, after };
}

function toolState({ setup }: Project, path: AppPath): ToolFileState | undefined {
  const state = setup.state?.files[path];
  return state?.owner === 'tool' ? state : undefined;
}

/** Ours to edit by hand, the configuration is written like the app; the rest of the set-up is the same on every machine. */
function newText(project: Project, { path, text }: { path: AppPath; text: string }): string {
  return path === setupPaths(project.home).config ? encode(text, newFileEncoding(project)) : text;
}

/** New files end their lines as the app's entry file does. */
function newFileEncoding({ tree, framework }: Project): Encoding {
  return { bom: false, eol: encodingOf(tree.read(framework.entryFile) ?? '').eol };
}
