import type { Project } from '../model/project.ts';
import type { RenderedAppFile } from '../model/rendered.ts';
import { editsDigest } from '../state/edits-digest.ts';
import { splicesBetween } from '../text/splices-between.ts';
import type { AppPath } from '../model/tree.ts';
import { digest, encodeLike } from '../text/text.ts';
import { encodeUtf16, utf16Of } from '../text/utf16.ts';
import type { Verdict } from './verdict.ts';

const noEdits = editsDigest([]);

/** One of the app's own files: only what was inserted or taken out changes, unless its owner keeps it formatted. */
export async function compareAppFile(project: Project, file: RenderedAppFile): Promise<Verdict> {
  const { path, text, disk, pristine, edits } = file;
  const after = text === disk || text === pristine ? text : await asFormatted(project, file);
  const isFormatted = after !== text;
  const splices = isFormatted ? splicesBetween(pristine, after) : file.splices;
  // Nothing of ours is in it, and nothing is wanted there: it is the app's alone again.
  const isGivenBack = edits === noEdits && splices.length === 0;
  const state = isGivenBack ? undefined : ({ owner: 'app', written: digest(after), edits, splices } as const);
  const before = project.tree.read(path) ?? '';
  if (after === disk) return { path, state };
  const encoded = encodeLike(before, isFormatted ? splicesBetween(disk, after) : file.sinceDisk);
  return { path, change: { kind: 'update', path, ...inBytesOf(project, path, { before, after: encoded }) }, state };
}

/** A file in UTF-16 stays in UTF-16. */
function inBytesOf(
  { tree }: Project,
  path: AppPath,
  texts: { readonly before: string; readonly after: string },
): { readonly before: string | Uint8Array; readonly after: string | Uint8Array } {
  const bytes = tree.readBytes(path);
  const order = bytes && utf16Of(bytes);
  return bytes && order ? { before: bytes, after: encodeUtf16(texts.after, order) } : texts;
}

/** A file its owner keeps formatted is left formatted; any other is only spliced. */
async function asFormatted(
  { formatter: facts }: Project,
  { path, text, disk, pristine }: RenderedAppFile,
): Promise<string> {
  if (facts.kind !== 'ready' || !path.endsWith('.ts')) return text;
  const { formatter } = facts;
  for (const before of [pristine, disk]) {
    if ((await formatter.format(path, before)) === before) return formatter.format(path, text);
  }
  return text;
}
