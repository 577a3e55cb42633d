import type { ManualStep } from '../model/edit.ts';
import { namesFile, usesName } from '../code/names-file.ts';
import type { AppPath } from '../model/tree.ts';

/** A file of the app in which code of ours was changed by hand, so that it can't be taken out before other code goes in. */
export interface EditedFile {
  readonly path: AppPath;
  readonly disk: string;
  /** As this run would leave it. */
  readonly text: string;
  /** Generated files that go with this run. */
  readonly gone: ReadonlySet<AppPath>;
  readonly generated: readonly AppPath[];
}

const reason =
  'An earlier run wrote this, it was edited since, and this run would change it. Write here by hand what the configuration says, or take it out and run the command again.';

/** The lines that would not compile any more, or would be there twice. */
export async function editedByHand({ path, disk, text, gone, generated }: EditedFile): Promise<ManualStep[]> {
  if (!path.endsWith('.ts')) return [];
  const { danglingUses } = await import('../code/dangling-uses.ts');
  const names = danglingUses(path, disk, text).map(({ name }) => name);
  const twice = generated.filter((file) => isTwice(file, { path, disk, text }));
  const files = new Set([...gone, ...twice]);
  const isBroken = names.length > 0 || twice.length > 0 || countOf(text, path, gone) > 0;
  if (!isBroken) return [];
  return disk
    .split('\n')
    .flatMap((line, index) =>
      usesName(line, names) || namesFile(line, path, files)
        ? [{ id: `edited:${path}:${line.trim()}`, path, line: index + 1, reason, lines: [line.trim()] }]
        : [],
    );
}

/** What was moved or rewritten stays where it is, and the same goes in once more. */
function isTwice(file: AppPath, { path, disk, text }: Pick<EditedFile, 'path' | 'disk' | 'text'>): boolean {
  const before = countOf(disk, path, new Set([file]));
  return before > 0 && countOf(text, path, new Set([file])) > before;
}

function countOf(text: string, path: AppPath, files: ReadonlySet<AppPath>): number {
  return text.split('\n').filter((line) => namesFile(line, path, files)).length;
}
