import type { ModuleImportEdit } from '../../edits/edit.ts';
import { bringImports, wantedIn } from '../bring-imports.ts';
import type { CodeDraft } from '../draft.ts';
import { refersTo } from '../imports.ts';
import { elementsOf } from './http-providers.ts';
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
