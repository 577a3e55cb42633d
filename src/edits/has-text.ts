import { parseTree } from 'jsonc-parser';
import { entryOf, OldStyleSyntaxError, parseOldStyle } from '../code/old-style-plist.ts';
import type { MadeInTexts } from '../model/follow-up.ts';
import type { AppPath } from '../model/tree.ts';
import { descend } from './json-members.ts';

/** Does a file of texts have this one, and does it say something? A file that can't be read has none. */
export function hasText(wanted: MadeInTexts, file: { readonly path: AppPath; readonly text: string }): boolean {
  return file.path.endsWith('.xcstrings') ? isInCatalog(wanted, file.text) : isInStrings(wanted, file.text);
}

function isInStrings({ key }: MadeInTexts, text: string): boolean {
  try {
    const value = entryOf(parseOldStyle(text, 'bare'), key)?.value;
    return value?.kind === 'string' && value.text.trim() !== '';
  } catch (error) {
    if (error instanceof OldStyleSyntaxError) return false;
    throw error;
  }
}

/** One text, or variations of it by device. */
function isInCatalog({ key, language }: MadeInTexts, text: string): boolean {
  const root = parseTree(text);
  const localisation = root && descend(root, ['strings', key, 'localizations', language]).leaf;
  const unit = localisation && descend(localisation, ['stringUnit', 'value']).leaf;
  if (unit !== undefined) return String(unit.value).trim() !== '';
  return (localisation?.children ?? []).length > 0;
}
