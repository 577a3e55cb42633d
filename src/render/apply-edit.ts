import { recipeFor } from '../frameworks/recipe-for.ts';
import type { AppEdit, EditOutcome } from '../model/edit.ts';
import { worksOf } from './edits-together.ts';

/**
 * Makes one edit of an app file in memory. Canonical text comes in and goes out. It comes back unchanged when it
 * already has what the edit wants; everything else is inserted, and the rest stays byte for byte.
 *
 * Each kind is loaded when it is first needed: a plist costs no TypeScript parser.
 * @throws CliError `UNREADABLE` when the text can't be parsed before the edit.
 */
export async function applyEdit(edit: AppEdit, text: string): Promise<EditOutcome> {
  switch (edit.kind) {
    case 'code':
      return (await import('../code/edit-code.ts')).editCode({ edit, recipe: await recipeFor(edit.recipe) }, text);
    case 'json':
      return (await import('../edits/json.ts')).editJson(edit, text);
    case 'plist':
      return (await import('../edits/plist.ts')).editPlist(edit, text);
    case 'plist-list':
      return (await import('../edits/plist-list.ts')).editPlistList(edit, text);
    case 'intent-filter':
      return (await import('../edits/intent-filter.ts')).editIntentFilter(edit, text);
    case 'config-list':
      return (await import('../edits/config-list.ts')).editConfigList(edit, text);
    case 'strings':
      return (await import('../edits/strings.ts')).editStrings(edit, text);
    case 'string-catalog':
      return (await import('../edits/string-catalog.ts')).editStringCatalog(edit, text);
    case 'build-setting':
      return (await import('../edits/build-setting.ts')).editBuildSetting(edit, text);
  }
}

/** Makes several edits at once, where that gives the same text; `undefined` where each has to be made by itself. */
export async function applyTogether(edits: readonly AppEdit[], text: string): Promise<EditOutcome | undefined> {
  const works = await worksOf(edits);
  return works && (await import('../code/edit-code.ts')).editTogether(works, text);
}
