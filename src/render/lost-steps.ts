import type { AppEdit, ManualStep } from '../model/edit.ts';
import { applyEdit } from './apply-edit.ts';

/** The steps of edits whose place was lost before anything was rendered: there is no text to try them on. */
export async function lostSteps(edits: readonly AppEdit[]): Promise<ManualStep[]> {
  const outcomes = await Promise.all(edits.map((edit) => applyEdit(edit, '')));
  return outcomes.flatMap((outcome) => ('manual' in outcome ? [outcome.manual] : []));
}
