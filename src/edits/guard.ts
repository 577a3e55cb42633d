import { addGuard } from '../code/angular/add-guard.ts';
import { specifierFor } from '../code/module-path.ts';
import { editCode } from './edit-code.ts';
import type { EditOutcome, GuardEdit } from './edit.ts';

/** Adds a guard to one route, behind the guards it has. */
export function editGuard(edit: GuardEdit, text: string): EditOutcome {
  const { name, from } = edit.guard;
  return editCode(
    {
      edit,
      change: (draft) => addGuard(draft, edit),
      byHand: () => ({
        imports: [{ specifier: specifierFor(edit.path, from), names: [name] }],
        code: [`canActivate: [${name}],`],
      }),
    },
    text,
  );
}
