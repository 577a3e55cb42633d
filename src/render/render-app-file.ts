import { neededBy, type AppEdit, type ManualStep } from '../model/edit.ts';
import { applyEdit } from '../edits/apply-edit.ts';
import { splicesBetween, unsplice } from '../code/splices.ts';
import { CliError } from '../model/errors.ts';
import { dependencyOfSibling } from '../packages/shared-dependency.ts';
import { generatedFiles } from '../state/state.ts';
import { canonical, digest, encodeLike } from '../text/text.ts';
import { editedByHand } from './edited-by-hand.ts';
import type { RenderedFile } from '../model/change.ts';
import type { Project } from '../model/project.ts';
import type { AppFileState } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';

export interface AppFileOutcome {
  readonly file?: Extract<RenderedFile, { owner: 'app' }>;
  readonly manual: readonly ManualStep[];
}

/** What is wanted of one of the user's files. */
export interface Wanted {
  readonly path: AppPath;
  readonly edits: readonly AppEdit[];
  /** Generated files that go with this run. */
  readonly gone: ReadonlySet<AppPath>;
}

/**
 * One of the user's files with our edits in it.
 *
 * The same edits as last time are applied to the file as it is, where they find themselves done. Other edits are
 * applied to the file without our earlier splices, so that changing an option back gives the bytes back.
 */
export async function renderAppFile(project: Project, { path, edits, gone }: Wanted): Promise<AppFileOutcome> {
  const source = project.tree.read(path);
  if (source === undefined) return absent(path, edits);
  const disk = canonical(source);
  const earlier = earlierState(project, path);
  const { text: pristine, lost } = earlier ? unsplice(disk, earlier.splices) : { text: disk, lost: [] };
  const isSame = earlier?.edits === editsDigest(edits);
  const { text, manual } = await fold(edits, isSame ? disk : pristine);
  if (earlier && !isSame && lost.length > 0) {
    const steps = await editedByHand({ path, disk, text, gone, generated: generatedFiles(project.setup.state) });
    const { splices, edits: kept } = earlier;
    if (steps.length > 0) return { file: { owner: 'app', path, text: source, splices, edits: kept }, manual: steps };
  }
  const after = text === disk ? disk : await asFormatted(project, { path, texts: [pristine, disk], text });
  return {
    file: {
      owner: 'app',
      path,
      text: encodeLike(source, splicesBetween(disk, after)),
      splices: splicesBetween(pristine, after),
      edits: editsDigest(edits),
    },
    manual,
  };
}

/** What the state remembers of the edits that were asked of a file. */
function editsDigest(edits: readonly AppEdit[]): string {
  return digest(JSON.stringify(edits));
}

function earlierState({ setup }: Project, path: AppPath): AppFileState | undefined {
  const own = setup.state?.files[path];
  if (own?.owner === 'app') return own;
  return path === 'package.json' ? dependencyOfSibling(setup) : undefined;
}

function absent(path: AppPath, edits: readonly AppEdit[]): AppFileOutcome {
  if (edits.length === 0) return { manual: [] };
  throw new CliError('INTERNAL', `${path} was to be edited and is not there.`, { where: { path } });
}

async function fold(edits: readonly AppEdit[], start: string): Promise<{ text: string; manual: ManualStep[] }> {
  const manual: ManualStep[] = [];
  let text = start;
  for (const edit of edits) {
    const outcome = await applyEdit(edit, text);
    if ('text' in outcome) text = outcome.text;
    else manual.push(withWish(edit, outcome.manual));
  }
  return { text, manual };
}

function withWish(edit: AppEdit, step: ManualStep): ManualStep {
  const wants = neededBy(edit);
  return wants ? { ...step, wants } : step;
}

interface Draft {
  readonly path: AppPath;
  /** The file without our splices, and as it is. */
  readonly texts: readonly string[];
  readonly text: string;
}

/** A file its owner keeps formatted is left formatted; any other is only spliced. */
async function asFormatted({ formatter: facts }: Project, { path, texts, text }: Draft): Promise<string> {
  if (facts.kind !== 'ready' || !path.endsWith('.ts')) return text;
  const { formatter } = facts;
  for (const before of texts) {
    if ((await formatter.format(path, before)) === before) return formatter.format(path, text);
  }
  return text;
}
