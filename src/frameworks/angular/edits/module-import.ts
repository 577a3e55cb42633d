import type { CodeRecipe, PlacedEdit } from '../../../code/edit-code.ts';
import type { CodeEdit } from '../../../model/edit.ts';
import { bringImports, wantedIn } from '../../../code/bring-imports.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { refersTo } from '../../../code/imports.ts';
import { elementsOf } from '../read/http-providers.ts';
import { append, findList } from './keyed-list.ts';

/** Brings a module to the `imports` of an NgModule; adds the list where it is absent. */
export type ModuleImportEdit = CodeEdit<Readonly<Record<string, never>>>;

/** Behind the modules that are imported already. */
export const moduleImport: CodeRecipe<ModuleImportEdit> = {
  change: addModuleImport,
  byHand: ({ brings }) => ({
    imports: [brings],
    where: 'in the imports of the root NgModule, unless something provides HttpClient already',
    code: [`${brings.name},`],
  }),
};

/** @throws NotEditable when the imports are not written as an array literal here. */
function addModuleImport(draft: CodeDraft, { path, anchor, brings }: PlacedEdit<ModuleImportEdit>): void {
  const list = findList(draft, anchor, 'imports');
  const wanted = wantedIn(path, brings);
  const existing = list.array === undefined ? [] : elementsOf(list.array);
  if (existing.some((one) => refersTo(one, wanted))) return;
  const [name = ''] = bringImports(draft, [wanted]);
  append(draft, list, { inline: name, prefer: 'inline' });
}
