import type { AppEdit, ManualStep, NeededImport } from '../model/edit.ts';
import type { AppPath } from '../model/tree.ts';
import { canonical } from '../text/text.ts';

/**
 * The steps a person has still to make: one is done when the code it names is there and in use, and not only where this
 * tool put it itself. A guard on one route says nothing of the next.
 */
export async function openSteps(
  textOf: (path: AppPath) => string | undefined,
  steps: readonly ManualStep[],
  edits: readonly AppEdit[],
): Promise<ManualStep[]> {
  if (steps.length === 0) return [];
  const { countReferences } = await import('../code/count-references.ts');
  const wishes = new Map(edits.map((edit) => [edit.id, wishOf(edit)]));
  const left = new Set(steps.map(({ id }) => id));
  const made = edits.filter(({ id }) => !left.has(id));
  return steps.filter(({ id, path }) => {
    const text = textOf(path);
    const wish = wishes.get(id);
    if (wish === undefined || text === undefined) return true;
    const own = made.filter((edit) => edit.path === path && isSame(wishOf(edit), wish));
    return countReferences(path, canonical(text), wish) <= own.length;
  });
}

/** The import that shows an edit's wish to be met, however a person met it. */
function wishOf(edit: AppEdit): NeededImport | undefined {
  return edit.kind === 'code' ? edit.brings : undefined;
}

function isSame(one: NeededImport | undefined, other: NeededImport): boolean {
  return one?.name === other.name && JSON.stringify(one.from) === JSON.stringify(other.from);
}
