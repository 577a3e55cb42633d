import { addRoute, routeItem } from './add-route.ts';
import { editCode } from '../../../code/edit-code.ts';
import type { EditOutcome, RouteEdit } from '../../../model/edit.ts';

/** Adds a lazy route where the router reaches it. */
export function editRoute(edit: RouteEdit, text: string): EditOutcome {
  return editCode(
    {
      edit,
      change: (draft) => addRoute(draft, edit),
      byHand: (style) => ({ imports: [], code: [`${routeItem(style, edit).inline},`] }),
    },
    text,
  );
}
