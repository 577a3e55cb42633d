import type { OnConflict } from './conflict-choices.ts';
import { CliError } from '../model/errors.ts';
import { inAppFormat } from '../formatter/formatted.ts';
import { mergeTexts, type Versions } from './merge.ts';
import { baseOf } from '../state/base-of.ts';
import { canonical, encode, encodingOf } from '../text/text.ts';
import type { Change } from '../model/change.ts';
import type { Project } from '../model/project.ts';
import type { AppPath } from '../model/tree.ts';

/** A generated file that the user edited. */
interface EditedFile {
  readonly path: AppPath;
  readonly before: string;
  /** As it is rendered now: canonical, and as the app's formatter leaves it. */
  readonly text: string;
  readonly after: string;
}

/** The user's edits and our changes in one file; a conflict where they clash and nobody decided. */
export async function mergeFile(
  project: Project,
  { path, before, text, after }: EditedFile,
  onConflict: OnConflict,
): Promise<Change | undefined> {
  const mine = canonical(before);
  const base = baseOf(project, path);
  const formattedBase = base === undefined ? undefined : await inAppFormat(project, path, base);
  const usual: Versions = { mine, base: formattedBase, theirs: after };
  const merged =
    mergeTexts(usual, 'abort') ??
    (base === undefined ? undefined : mergeTexts({ mine, base, theirs: text }, 'abort')) ??
    (await mergeFormatted(project, path, usual)) ??
    mergeTexts(usual, onConflict);
  if (merged === undefined) return { kind: 'conflict', path, before, after };
  const encoded = encode(merged, encodingOf(before));
  return encoded === before ? undefined : { kind: 'merge', path, before, after: encoded };
}

/**
 * A clash that is only one of formatting is none: a file written before the app had this Prettier, or by another
 * version of it, differs from it in lines that nobody edited.
 */
async function mergeFormatted(project: Project, path: AppPath, versions: Versions): Promise<string | undefined> {
  if (versions.base === undefined) return undefined;
  try {
    return mergeTexts({ ...versions, mine: await inAppFormat(project, path, versions.mine) }, 'abort');
  } catch (error) {
    // A file that the formatter can't read is a clash for a person.
    if (error instanceof CliError) return undefined;
    throw error;
  }
}
