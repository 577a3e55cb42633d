import type { Project } from '../model/project.ts';
import type { RenderedArchive } from '../model/rendered.ts';
import { digestBytes } from '../text/text.ts';
import type { Verdict } from './verdict.ts';

/** The packed plugin is compared by its bytes, and replaced as a whole. */
export function compareArchive({ tree }: Project, { path, bytes: after }: RenderedArchive): Verdict {
  const before = tree.readBytes(path);
  const state = { owner: 'archive', written: digestBytes(after) } as const;
  if (before === undefined) return { path, change: { kind: 'create', path, after }, state };
  if (digestBytes(before) === state.written) return { path, state };
  return { path, change: { kind: 'update', path, before, after }, state };
}
