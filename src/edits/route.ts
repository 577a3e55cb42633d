import { addRoute, routeItem } from '../code/angular/add-route.ts';
import { editCode } from './edit-code.ts';
import type { EditOutcome, RouteEdit } from './edit.ts';

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
