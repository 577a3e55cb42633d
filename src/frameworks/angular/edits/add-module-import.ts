import type { ModuleImportEdit } from '../../../model/edit.ts';
import { bringImports, wantedIn } from '../../../code/bring-imports.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { refersTo } from '../../../code/imports.ts';
import { elementsOf } from '../read/http-providers.ts';
import { append, findList } from './keyed-list.ts';

/** @throws NotEditable when the imports are not written as an array literal here. */
export function addModuleImport(draft: CodeDraft, { path, anchor, module }: ModuleImportEdit): void {
  const list = findList(draft, anchor, 'imports');
  const wanted = wantedIn(path, module);
  const existing = list.array === undefined ? [] : elementsOf(list.array);
  if (existing.some((one) => refersTo(one, wanted))) return;
  const [name = ''] = bringImports(draft, [wanted]);
  append(draft, list, { inline: name, prefer: 'inline' });
}
