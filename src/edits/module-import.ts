import { addModuleImport } from '../code/angular/add-module-import.ts';
import { specifierFor } from '../code/module-path.ts';
import { editCode } from './edit-code.ts';
import type { EditOutcome, ModuleImportEdit } from './edit.ts';

/** Imports a module into an NgModule. */
export function editModuleImport(edit: ModuleImportEdit, text: string): EditOutcome {
  const { name, from } = edit.module;
  return editCode(
    {
      edit,
      change: (draft) => addModuleImport(draft, edit),
      byHand: () => ({
        imports: [{ specifier: specifierFor(edit.path, from), names: [name] }],
        code: ['// in the imports of the NgModule:', `${name},`],
      }),
    },
    text,
  );
}
