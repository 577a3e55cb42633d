import { namesFile, usesName } from '../code/names-file.ts';
import type { ManualStep } from '../model/edit.ts';
import type { Project } from '../model/project.ts';
import type { RenderedAppFile } from '../model/rendered.ts';
import type { Splice } from '../model/splice.ts';
import type { AppFileState } from '../model/state.ts';
import type { AppPath } from '../model/tree.ts';
import { generatedFiles } from '../state/state.ts';
import type { AppFileOutcome, WantedAppFile } from './app-file.ts';
import { linesLeft } from './lines-left.ts';

/** A file of the app in which inserted code was changed by hand, so that it can't be taken out before other code goes in. */
interface Edited {
  readonly earlier: AppFileState;
  /** What was inserted and is not found any more. */
  readonly lost: readonly Splice[];
  /** As this run would leave it. */
  readonly outcome: AppFileOutcome;
}

/**
 * Half of what belongs together would not compile: then the file stays whole, and each line that would break, or be
 * there twice, is a step for a person.
 */
export async function editedByHand(project: Project, wanted: WantedAppFile, edited: Edited): Promise<AppFileOutcome> {
  const { path, edits, gone } = wanted;
  const { outcome, lost } = edited;
  if (!outcome.file) return outcome;
  const left = edits.length === 0 ? linesLeft(path, outcome.file.text, lost) : [];
  if (left.length > 0) return { file: outcome.file, manual: [...outcome.manual, ...left] };
  if (!path.endsWith('.ts')) return outcome;
  return edits.length === 0
    ? leave(outcome.file, edited, gone)
    : change(outcome.file, edited, { gone, generated: generatedFiles(project.setup.state) });
}

/** Nothing is wanted of the file any more: what still names a file that goes is a step, beside what can be taken out. */
async function leave(file: RenderedAppFile, edited: Edited, gone: ReadonlySet<AppPath>): Promise<AppFileOutcome> {
  const { path, text, disk } = file;
  // Where all that was inserted goes out whole, a name that stays in use was the app's before.
  const names = edited.lost.length > 0 ? await danglingNames(file) : [];
  const reason = 'This was changed since it was written. Take it out by hand, with what uses it.';
  const steps = { id: `remove:${path}`, path, reason };
  if (names.length === 0) return { file, manual: stepsAt(steps, text, (line) => namesFile(line, path, gone)) };
  const isLeft = (line: string) => usesName(line, names) || namesFile(line, path, gone);
  return { file: asItIs(file, edited), manual: stepsAt(steps, disk, isLeft) };
}

interface Files {
  readonly gone: ReadonlySet<AppPath>;
  readonly generated: readonly AppPath[];
}

async function change(file: RenderedAppFile, edited: Edited, { gone, generated }: Files): Promise<AppFileOutcome> {
  const { path, text, disk } = file;
  const names = await danglingNames(file);
  const twice = generated.filter((one) => isTwice(one, file));
  if (names.length === 0 && twice.length === 0 && countOf(text, path, gone) === 0) return edited.outcome;
  const files = new Set([...gone, ...twice]);
  const reason =
    'An earlier run wrote this, it was edited since, and this run would change it. Write here by hand what the configuration says, or take it out and run the command again.';
  const steps = { id: `edited:${path}`, path, reason };
  const isLeft = (line: string) => usesName(line, names) || namesFile(line, path, files);
  const manual = stepsAt(steps, disk, isLeft);
  return manual.length === 0 ? edited.outcome : { file: asItIs(file, edited), manual };
}

function asItIs(file: RenderedAppFile, { earlier }: Edited): RenderedAppFile {
  const { disk } = file;
  return { ...file, text: disk, sinceDisk: [], splices: earlier.splices, edits: earlier.edits };
}

async function danglingNames({ path, disk, text }: RenderedAppFile): Promise<string[]> {
  const { danglingUses } = await import('../code/dangling-uses.ts');
  return danglingUses(path, disk, text).map(({ name }) => name);
}

/** What was moved or rewritten stays where it is, and the same goes in once more. */
function isTwice(one: AppPath, { path, disk, text }: RenderedAppFile): boolean {
  const before = countOf(disk, path, new Set([one]));
  return before > 0 && countOf(text, path, new Set([one])) > before;
}

function countOf(text: string, path: AppPath, files: ReadonlySet<AppPath>): number {
  return text.split('\n').filter((line) => namesFile(line, path, files)).length;
}

function stepsAt(
  { id, path, reason }: Pick<ManualStep, 'id' | 'path' | 'reason'>,
  text: string,
  isLeft: (line: string) => boolean,
): ManualStep[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      isLeft(line) ? [{ id: `${id}:${line.trim()}`, path, line: index + 1, reason, lines: [line.trim()] }] : [],
    );
}
