import { editCodeList } from '../code/edit-code-list.ts';
import type { ConfigListEdit, EditOutcome } from '../model/edit.ts';
import { editJsonList } from './json-list.ts';

/**
 * Adds texts to a list in a configuration, given as canonical text; with the list, and what it is in, where that is not there yet.
 * @throws CliError `UNREADABLE` when the text can't be parsed.
 */
export function editConfigList(edit: ConfigListEdit, text: string): EditOutcome {
  return edit.path.endsWith('.json') ? editJsonList(edit, text) : editCodeList(edit, text);
}
