import { inAppFormat } from '../formatter/formatted.ts';
import type { Project } from '../model/project.ts';
import type { RenderedSetUpFile } from '../model/rendered.ts';
import { canonical, encode, encodingOf } from '../text/text.ts';
import { newFileEncoding } from './new-file-encoding.ts';
import type { Verdict } from './verdict.ts';

/** A file that is there keeps the formatting it has; a new one of the `app` style is written as the app's files are. */
export async function compareSetUpFile(project: Project, { path, text, style }: RenderedSetUpFile): Promise<Verdict> {
  const before = project.tree.read(path);
  if (before === undefined) {
    const isExact = style === 'exact';
    const after = isExact ? text : encode(await inAppFormat(project, path, text), newFileEncoding(project));
    return { path, change: { kind: 'create', path, after } };
  }
  if (canonical(before) === text) return { path };
  const after = style === 'exact' ? text : encode(text, encodingOf(before));
  return { path, change: { kind: 'update', path, before, after } };
}
