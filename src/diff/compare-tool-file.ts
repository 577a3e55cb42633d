import { formatted } from '../formatter/formatted.ts';
import type { Change } from '../model/change.ts';
import type { Project } from '../model/project.ts';
import type { RenderedToolFile } from '../model/rendered.ts';
import type { ToolFileState } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';
import { canonical, digest, encode, encodingOf } from '../text/text.ts';
import type { Decisions } from './decisions.ts';
import { mergeFile } from './merge-file.ts';
import { newFileEncoding } from './new-file-encoding.ts';
import type { Verdict } from './verdict.ts';

/** A generated file: new, as the last run left it, edited since, or deleted by a person. */
export async function compareToolFile(
  project: Project,
  file: RenderedToolFile,
  decisions: Decisions,
): Promise<Verdict> {
  const { path, text } = file;
  const before = project.tree.read(path);
  const earlier = toolState(project, path);
  const isCurrent = earlier?.canonical === digest(text);
  if (before === undefined) return absent(project, file, { earlier, decisions });
  if (earlier && isCurrent) return { path, state: earlier };
  // Without a state, a file is this tool's only when it is exactly what would be written.
  if (!earlier && canonical(before) === text) return { path, state: stateOf(project, text, text) };
  const after = await formatted(project, { path, text });
  const state = stateOf(project, text, after);
  if (digest(before) === earlier?.written) return { path, change: update(path, before, after), state };
  if (canonical(before) === text) return { path, state };
  const onConflict = wasSetUp(project) ? decisions.onConflict : 'abort';
  return { path, change: await mergeFile(project, { path, before, text, after }, onConflict), state };
}

interface Earlier {
  readonly earlier: ToolFileState | undefined;
  readonly decisions: Decisions;
}

async function absent(
  project: Project,
  { path, text }: RenderedToolFile,
  { earlier, decisions }: Earlier,
): Promise<Verdict> {
  const wasDeleted = earlier !== undefined || (project.setup.state?.declined.includes(path) ?? false);
  const isDeclined = wasDeleted && !decisions.restore.includes(path);
  if (isDeclined && earlier?.canonical === digest(text)) return { path, state: earlier, isDeclined };
  const after = await formatted(project, { path, text });
  const state = stateOf(project, text, after);
  if (isDeclined) return { path, state, isDeclined };
  return { path, change: { kind: 'create', path, after: encode(after, newFileEncoding(project)) }, state };
}

/**
 * A merged file is remembered as it would have been written, not as it is: it carries a person's edits, and must be
 * merged again, never replaced.
 */
function stateOf({ formatter }: Project, text: string, written: string): ToolFileState {
  return {
    owner: 'tool',
    canonical: digest(text),
    written: digest(written),
    ...(formatter.kind === 'ready' ? { formatter: formatter.formatter.id } : {}),
  };
}

/** A state was there, or is rebuilt: then a file in the way is a generated one that was edited. */
function wasSetUp({ setup }: Project): boolean {
  return setup.state !== undefined || setup.isStateLost === true;
}

function update(path: AppPath, before: string, after: string): Change | undefined {
  const encoded = encode(after, encodingOf(before));
  return encoded === before ? undefined : { kind: 'update', path, before, after: encoded };
}

function toolState({ setup }: Project, path: AppPath): ToolFileState | undefined {
  const state = setup.state?.files[path];
  return state?.owner === 'tool' ? state : undefined;
}
