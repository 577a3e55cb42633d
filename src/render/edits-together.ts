import type { CodeWork } from '../code/edit-code.ts';
import { recipeFor } from '../frameworks/recipe-for.ts';
import type { AppEdit, CodeEdit } from '../model/edit.ts';

/** Edits of one file in their order: those in a row that may be made together, in one list. */
export async function editsTogether(edits: readonly AppEdit[]): Promise<AppEdit[][]> {
  const groups: AppEdit[][] = [];
  let places = new Set<string>();
  for (const edit of edits) {
    const group = groups.at(-1);
    const place = await placeOf(edit);
    const isSame = group !== undefined && place !== undefined && !places.has(place) && isAlike(group[0], edit);
    if (isSame) group.push(edit);
    else {
      groups.push([edit]);
      places = new Set();
    }
    if (place !== undefined) places.add(place);
  }
  return groups;
}

/** The works of a list that is made together; `undefined` for one that holds a single edit, of whatever kind. */
export async function worksOf(edits: readonly AppEdit[]): Promise<CodeWork[] | undefined> {
  if (edits.length < 2) return undefined;
  const works = edits.map(async (edit) =>
    edit.kind === 'code' ? [{ edit, recipe: await recipeFor(edit.recipe) }] : [],
  );
  return (await Promise.all(works)).flat();
}

async function placeOf(edit: AppEdit): Promise<string | undefined> {
  if (edit.kind !== 'code') return undefined;
  return (await recipeFor(edit.recipe)).placeOf?.(edit);
}

/** The same recipe that brings the same: an import is added once, as if one edit came after the other. */
function isAlike(one: AppEdit | undefined, other: AppEdit): boolean {
  return one?.kind === 'code' && other.kind === 'code' && wishOf(one) === wishOf(other);
}

function wishOf({ recipe, brings }: CodeEdit): string {
  return JSON.stringify([recipe, brings]);
}
