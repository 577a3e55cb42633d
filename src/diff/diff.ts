import type { Change } from '../model/change.ts';
import type { Project } from '../model/project.ts';
import type { Rendered, RenderedFile } from '../model/rendered.ts';
import type { State } from '../model/state.ts';
import { compareAppFile } from './compare-app-file.ts';
import { compareArchive } from './compare-archive.ts';
import { compareSetUpFile } from './compare-set-up-file.ts';
import { compareToolFile } from './compare-tool-file.ts';
import type { Decisions } from './decisions.ts';
import { keep } from './keep.ts';
import { nextState } from './next-state.ts';
import { leaveSetUp, retire } from './retire.ts';
import type { Verdict } from './verdict.ts';

/** What is to be written, and what the next run has to know. */
interface Difference {
  /** Sorted by path; the bookkeeping last. */
  readonly changes: readonly Change[];
  /** Absent where nothing is set up afterwards. */
  readonly state: State | undefined;
}

/**
 * Compares the files a plan asks for with the files on disk, and decides once: what is written, and what is remembered.
 *
 * A generated file is replaced only while it is as the last run left it. One that was edited is merged with the text
 * that was rendered last time as the common ancestor; one that was deleted stays deleted.
 */
export async function diff(project: Project, rendered: Rendered, decisions: Decisions): Promise<Difference> {
  const verdicts = await Promise.all(rendered.files.map((file) => compare(project, file, decisions)));
  const isSetUp = rendered.files.some(({ owner }) => owner === 'setup');
  const wanted = new Set(rendered.files.map(({ path }) => path));
  const changes = [
    ...verdicts.flatMap(({ change }) => change ?? []),
    ...retire(project, wanted, decisions),
    ...(isSetUp ? [] : leaveSetUp(project, decisions)),
  ].sort(byPath);
  // A run with a conflict ends before anything is written.
  if (changes.some(({ kind }) => kind === 'conflict')) return { changes, state: project.setup.state };
  const state = isSetUp ? nextState(project, rendered, verdicts) : undefined;
  return { changes: [...changes, ...(await keep(project, rendered, state))], state };
}

async function compare(project: Project, file: RenderedFile, decisions: Decisions): Promise<Verdict> {
  switch (file.owner) {
    case 'tool':
      return compareToolFile(project, file, decisions);
    case 'app':
      return compareAppFile(project, file);
    case 'archive':
      return compareArchive(project, file);
    case 'setup':
      return compareSetUpFile(project, file);
  }
}

function byPath(one: Change, other: Change): number {
  return one.path < other.path ? -1 : 1;
}
