import { CliError } from '../model/errors.ts';
import type { AppEdit, EditOutcome, ManualStep } from '../model/edit.ts';
import type { Project } from '../model/project.ts';
import type { RenderedAppFile } from '../model/rendered.ts';
import type { Splice } from '../model/splice.ts';
import type { AppFileState } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';
import { dependencyOfSibling, unshared } from '../packages/shared-dependency.ts';
import { manifest, withoutOwnKeys } from '../packages/without-own-keys.ts';
import { editsDigest } from '../state/edits-digest.ts';
import { canonical } from '../text/text.ts';
import { composeSplices, invertSplices, withContext } from '../text/splices.ts';
import { splicesBetween } from '../text/splices-between.ts';
import { unsplice, type Unspliced } from '../text/unsplice.ts';
import type { AppFileOutcome, WantedAppFile } from './app-file.ts';
import { applyEdit, applyTogether } from './apply-edit.ts';
import { editedByHand } from './edited-by-hand.ts';
import { editsTogether } from './edits-together.ts';

/**
 * One of the app's own files with the edits in it.
 *
 * The same edits as last time are applied to the file as it is, where they find themselves done. Other edits are
 * applied to the file without what was inserted earlier, so that changing an option back gives the bytes back.
 */
export async function renderAppFile(project: Project, wanted: WantedAppFile): Promise<AppFileOutcome> {
  const { path, edits } = wanted;
  const source = project.tree.read(path);
  if (source === undefined) return absent(path, edits);
  const disk = canonical(source);
  const earlier = earlierState(project, path);
  const taken = takenOut(project, { path, edits, disk }, earlier);
  if (earlier?.edits === editsDigest(edits)) return addedTo({ path, edits, disk, taken });
  const outcome = await afresh({ path, edits, disk, taken });
  if (!earlier || (taken.lost.length === 0 && edits.length > 0)) return outcome;
  return editedByHand(project, wanted, { earlier, outcome, lost: taken.lost });
}

interface Work {
  readonly path: AppPath;
  readonly edits: readonly AppEdit[];
  readonly disk: string;
  /** The file without what earlier runs inserted. */
  readonly taken: Unspliced;
}

/** The same edits as last time, where they stand: only what is missing is inserted again. */
async function addedTo({ path, edits, disk, taken }: Work): Promise<AppFileOutcome> {
  const { text, splices, manual } = await fold(edits, disk);
  const all = withContext(composeSplices(taken.found, splices), text);
  return { file: appFile(edits, { path, text, disk, pristine: taken.text, sinceDisk: splices, splices: all }), manual };
}

/** Other edits: the earlier insertions go out, and the new ones in. */
async function afresh({ path, edits, disk, taken }: Work): Promise<AppFileOutcome> {
  const { text, splices, manual } = await fold(edits, taken.text);
  const sinceDisk = composeSplices(invertSplices(taken.found), splices);
  const all = withContext(splices, text);
  return { file: appFile(edits, { path, text, disk, pristine: taken.text, sinceDisk, splices: all }), manual };
}

function appFile(edits: readonly AppEdit[], file: Omit<RenderedAppFile, 'owner' | 'edits'>): RenderedAppFile {
  return { owner: 'app', ...file, edits: editsDigest(edits) };
}

function earlierState({ setup }: Project, path: AppPath): AppFileState | undefined {
  const own = setup.state?.files[path];
  if (own?.owner === 'app') return own;
  return path === manifest ? dependencyOfSibling(setup) : undefined;
}

function takenOut(
  project: Project,
  { path, edits, disk }: Omit<Work, 'taken'>,
  earlier: AppFileState | undefined,
): Unspliced {
  if (!earlier) return { text: disk, found: [], lost: [] };
  const isLeft = path === manifest && edits.length === 0;
  const taken = unsplice(disk, isLeft ? unshared(project, earlier.splices) : earlier.splices);
  if (!isLeft || taken.lost.length === 0) return taken;
  const text = withoutOwnKeys(project, taken.text);
  // What is found by its key and not by its splice was moved: only a comparison says where it stood.
  return { text, found: invertSplices(splicesBetween(disk, text)), lost: taken.lost };
}

function absent(path: AppPath, edits: readonly AppEdit[]): AppFileOutcome {
  if (edits.length === 0) return { manual: [] };
  throw new CliError('INTERNAL', `${path} was to be edited and is not there.`, { where: { path } });
}

interface Folded {
  readonly text: string;
  readonly splices: readonly Splice[];
  readonly manual: readonly ManualStep[];
}

async function fold(edits: readonly AppEdit[], start: string): Promise<Folded> {
  const manual: ManualStep[] = [];
  let text = start;
  let splices: readonly Splice[] = [];
  const take = (outcome: EditOutcome): void => {
    if ('manual' in outcome) {
      manual.push(outcome.manual);
      return;
    }
    text = outcome.text;
    splices = composeSplices(splices, outcome.splices);
  };
  for (const group of await editsTogether(edits)) {
    const together = await applyTogether(group, text);
    if (together !== undefined) take(together);
    else for (const edit of group) take(await applyEdit(edit, text));
  }
  return { text, splices, manual };
}
