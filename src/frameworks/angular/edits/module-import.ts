import { addModuleImport } from './add-module-import.ts';
import { editCode } from '../../../code/edit-code.ts';
import type { EditOutcome, ModuleImportEdit } from '../../../model/edit.ts';

/** Imports a module into an NgModule. */
export function editModuleImport(edit: ModuleImportEdit, text: string): EditOutcome {
  const { module } = edit;
  return editCode(
    {
      edit,
      change: (draft) => addModuleImport(draft, edit),
      byHand: () => ({
        imports: [module],
        code: ['// in the imports of the NgModule:', `${module.name},`],
      }),
    },
    text,
  );
}
