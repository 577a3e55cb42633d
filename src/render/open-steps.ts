import { neededBy, type AppEdit, type ManualStep, type NeededImport } from '../model/edit.ts';
import type { AppPath } from '../model/tree.ts';

/**
 * The steps a person has still to make: one is done when the code it names is there and in use, and not only where we
 * put it ourselves. A guard on one route says nothing of the next.
 */
export async function openSteps(
  textOf: (path: AppPath) => string | undefined,
  steps: readonly ManualStep[],
  edits: readonly AppEdit[],
): Promise<ManualStep[]> {
  if (steps.length === 0) return [];
  const { countReferences } = await import('../code/count-references.ts');
  const left = new Set(steps.map(({ id }) => id));
  const made = edits.filter(({ id }) => !left.has(id));
  return steps.filter(({ path, wants }) => {
    const text = textOf(path);
    if (wants === undefined || text === undefined) return true;
    const ours = made.filter((edit) => edit.path === path && isSame(neededBy(edit), wants));
    return countReferences(path, text, wants) <= ours.length;
  });
}

function isSame(one: NeededImport | undefined, other: NeededImport): boolean {
  return one?.name === other.name && JSON.stringify(one.from) === JSON.stringify(other.from);
}
