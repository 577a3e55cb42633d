import { diff3Merge } from 'node-diff3';
import { formatted } from './formatted.ts';
import { setupPaths } from './state.ts';
import { canonical, digest, digestBytes, encode, encodingOf, type Encoding } from './text.ts';
import type { AppPath, Change, FileState, Project, RenderedFile, ToolFileState } from './types.ts';

type ToolFile = Extract<RenderedFile, { owner: 'tool' }>;

/**
 * Compares the files the options ask for with the files on disk.
 *
 * A file we generated is replaced only while it is as we left it. One the user edited is merged with the text we
 * rendered last time as the common ancestor; one the user deleted stays deleted.
 */
export async function diff(project: Project, desired: readonly RenderedFile[]): Promise<Change[]> {
  const changes = await Promise.all(desired.map((file) => compare(project, file)));
  const wanted = new Set(desired.map(({ path }) => path));
  const retired = Object.entries(project.setup.state?.files ?? {})
    .filter(([path]) => !wanted.has(path))
    .map(([path, state]) => retire(project, path, state));
  return [...changes, ...retired].filter((change) => change !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function compare(project: Project, file: RenderedFile): Promise<Change | undefined> {
  if (file.owner === 'tool') return compareToolFile(project, file);
  if (file.owner === 'archive') return compareArchive(project, file);
  const before = project.tree.read(file.path);
  if (before === undefined) return { kind: 'create', path: file.path, after: newText(project, file) };
  if (file.owner === 'setup' && canonical(before) === canonical(file.text)) return undefined;
  return before === file.text ? undefined : { kind: 'update', path: file.path, before, after: file.text };
}

async function compareToolFile(project: Project, file: ToolFile): Promise<Change | undefined> {
  const { path, text } = file;
  const before = project.tree.read(path);
  const state = toolState(project, path);
  if (!state) return firstRender(project, { path, text, before });
  if (before === undefined) return undefined;
  if (state.canonical === digest(text)) return undefined;
  const after = await formatted(project, { path, text });
  if (digest(before) === state.written) return update(path, before, after);
  return merge(project, { path, before, after });
}

/** A file that is there before us is only ours when it is exactly what we would write (a state was lost). */
async function firstRender(
  project: Project,
  { path, text, before }: { path: AppPath; text: string; before: string | undefined },
): Promise<Change | undefined> {
  const after = await formatted(project, { path, text });
  if (before === undefined) return { kind: 'create', path, after: encode(after, newFileEncoding(project)) };
  const same = canonical(before) === after || canonical(before) === text;
  return same ? undefined : { kind: 'conflict', path, before, after };
}

function update(path: AppPath, before: string, after: string): Change | undefined {
  const encoded = encode(after, encodingOf(before));
  return encoded === before ? undefined : { kind: 'update', path, before, after: encoded };
}

async function merge(
  project: Project,
  { path, before, after }: { path: AppPath; before: string; after: string },
): Promise<Change | undefined> {
  const base = project.tree.read(setupPaths(project.home).base(path));
  if (base === undefined) return { kind: 'conflict', path, before, after };
  const ancestor = await formatted(project, { path, text: canonical(base) });
  const regions = diff3Merge(lines(canonical(before)), lines(ancestor), lines(after), { excludeFalseConflicts: true });
  if (regions.some((region) => region.conflict)) return { kind: 'conflict', path, before, after };
  const merged = regions.flatMap((region) => region.ok ?? []).join('\n');
  const encoded = encode(merged, encodingOf(before));
  return encoded === before ? undefined : { kind: 'merge', path, before, after: encoded };
}

const lines = (text: string): string[] => text.split('\n');

function retire(project: Project, path: AppPath, state: FileState): Change | undefined {
  if (state.owner === 'app') return undefined;
  if (state.owner === 'archive') {
    const before = project.tree.readBytes(path);
    return before && digestBytes(before) === state.written ? { kind: 'delete', path, before } : undefined;
  }
  const before = project.tree.read(path);
  if (before === undefined) return undefined;
  if (digest(before) === state.written) return { kind: 'delete', path, before };
  return { kind: 'conflict', path, before, after: '' };
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
