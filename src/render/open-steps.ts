import type { ManualStep } from '../edits/edit.ts';
import type { Tree } from '../types.ts';

/** The steps a person has still to make: one is done when the code it names is there and in use. */
export async function openSteps(tree: Tree, steps: readonly ManualStep[]): Promise<ManualStep[]> {
  if (steps.length === 0) return [];
  const { hasReference } = await import('../code/has-reference.ts');
  return steps.filter(({ path, wants }) => {
    const text = tree.read(path);
    return wants === undefined || text === undefined || !hasReference(path, text, wants);
  });
}
