import type { AppEdit, EditOutcome } from '../../src/model/edit.ts';
import { applyEdit } from '../../src/render/apply-edit.ts';
import { canonical, encodeLike } from '../../src/text/text.ts';

/** An edit of a file as it is on disk: BOM and line endings stay, as they do in a run. */
export async function editFile(edit: AppEdit, source: string): Promise<EditOutcome> {
  const outcome = await applyEdit(edit, canonical(source));
  return 'manual' in outcome ? outcome : { ...outcome, text: encodeLike(source, outcome.splices) };
}
