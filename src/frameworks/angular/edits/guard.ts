import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { CodeEdit } from '../../../model/edit.ts';
import { findAnchor } from '../../../code/anchor.ts';
import { bringImports, wantedIn } from '../../../code/bring-imports.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { NotEditable } from '../../../code/draft.ts';
import { refersTo } from '../../../code/imports.ts';
import { insertItem } from '../../../code/list-literal.ts';
import { arrayList, objectList, propertyName, propertyValue } from '../../../code/literals.ts';
import type { CodeRecipe, PlacedEdit } from '../../../code/edit-code.ts';
import { pathOf, routeObjects } from '../read/route-literals.ts';

/** Brings a guard, a function or a class, to `canActivate` of one route. */
export type GuardEdit = CodeEdit<{ readonly routePath: string }>;

/** Behind the guards the route has. */
export const guard: CodeRecipe<GuardEdit> = {
  change: addGuard,
  byHand: ({ brings, with: { routePath } }) => ({
    imports: [brings],
    where: `in the route '${routePath}'`,
    code: [`canActivate: [${brings.name}],`],
  }),
};

/** @throws NotEditable when the route or its guards can't be found in this file. */
function addGuard(draft: CodeDraft, edit: PlacedEdit<GuardEdit>): void {
  const routes = findAnchor(draft.source, edit.anchor);
  if (!Node.isArrayLiteralExpression(routes)) {
    throw new NotEditable(routes ?? draft.source, 'The routes are not written as an array literal here.');
  }
  const route = guardedRoute(routes, edit.with.routePath);
  const guards = propertyValue(route, 'canActivate');
  if (guards === undefined) addProperty(draft, route, edit);
  else if (Node.isArrayLiteralExpression(guards)) appendGuard(draft, guards, edit);
  else throw new NotEditable(guards, `canActivate of '${edit.with.routePath}' is not written as an array literal.`);
}

function guardedRoute(routes: ArrayLiteralExpression, path: string): ObjectLiteralExpression {
  const named = routeObjects(routes).filter((route) => pathOf(route) === path);
  const [route, second] = named.filter((one) => propertyValue(one, 'redirectTo') === undefined);
  if (second !== undefined) throw new NotEditable(second, `There is more than one route '${path}'.`);
  if (route !== undefined) return route;
  if (named[0] !== undefined)
    throw new NotEditable(named[0], `The route '${path}' only redirects; a guard belongs to its target.`);
  throw new NotEditable(routes, `There is no route '${path}' in this array.`);
}

function addProperty(draft: CodeDraft, route: ObjectLiteralExpression, edit: PlacedEdit<GuardEdit>): void {
  const spread = route.getProperties().find(Node.isSpreadAssignment);
  if (spread !== undefined)
    throw new NotEditable(spread, `The spread in '${edit.with.routePath}' may hold canActivate.`);
  const [guard = ''] = bringImports(draft, [wantedIn(edit.path, edit.brings)]);
  const names = route.getProperties().map(propertyName);
  const index = Math.max(names.indexOf('path'), names.indexOf('pathMatch')) + 1;
  const item = { inline: `canActivate: [${guard}]`, prefer: 'inline' as const };
  insertItem(draft, { list: objectList(route, draft.style), index, item });
}

function appendGuard(draft: CodeDraft, guards: ArrayLiteralExpression, edit: PlacedEdit<GuardEdit>): void {
  const ours = wantedIn(edit.path, edit.brings);
  if (guards.getElements().some((element) => refersTo(element, ours))) return;
  const [guard = ''] = bringImports(draft, [ours]);
  const list = arrayList(guards);
  insertItem(draft, { list, index: list.items.length, item: { inline: guard, prefer: 'inline' } });
}
