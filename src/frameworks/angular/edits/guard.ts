import { addGuard } from './add-guard.ts';
import { editCode } from '../../../code/edit-code.ts';
import type { EditOutcome, GuardEdit } from '../../../model/edit.ts';

/** Adds a guard to one route, behind the guards it has. */
export function editGuard(edit: GuardEdit, text: string): EditOutcome {
  const { guard } = edit;
  return editCode(
    {
      edit,
      change: (draft) => addGuard(draft, edit),
      byHand: () => ({
        imports: [guard],
        code: [`canActivate: [${guard.name}],`],
      }),
    },
    text,
  );
}
