import type { ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import { findAnchor } from '../../../code/anchor.ts';
import { bringImports, wantedIn } from '../../../code/bring-imports.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { NotEditable } from '../../../code/draft.ts';
import { refersTo } from '../../../code/imports.ts';
import { insertItem } from '../../../code/list-literal.ts';
import { arrayList, objectList, propertyName, propertyOf, unwrap } from '../../../code/literals.ts';
import type { CodeRecipe, PlacedEdit } from '../../../code/edit-code.ts';
import { excerpt } from '../../../code/trivia.ts';
import { localArray } from '../read/http-providers.ts';
import type { GuardEdit } from './guard-edit.ts';
import { guardedRoute } from './guarded-route.ts';
import { spreadGuards } from './spread-guards.ts';
import { spreadable } from './spreadable.ts';

type Edit = PlacedEdit<GuardEdit>;

/** Behind the guards the route has. */
export const guard: CodeRecipe<GuardEdit> = {
  change: addGuard,
  placeOf: ({ anchor, with: { routePath, trail, twin } }) =>
    JSON.stringify([anchor, trail ?? [`'${routePath}'`], twin]),
  byHand: ({ brings, with: { routePath } }) => ({
    imports: [brings],
    where: `in the route '${routePath}', behind the guards it has`,
    code: [`canActivate: [${brings.name}],`],
  }),
};

/** @throws NotEditable when the route or its guards can't be found in this file. */
function addGuard(draft: CodeDraft, edit: Edit): void {
  const routes = findAnchor(draft.source, edit.anchor);
  if (!Node.isArrayLiteralExpression(routes)) {
    throw new NotEditable(routes ?? draft.source, 'The routes are not written as an array literal here.');
  }
  const route = guardedRoute(routes, edit.with);
  if (isGuarded(route, edit)) return;
  // What can't be done is said before anything is inserted.
  const insert = insertionFor(draft, route, edit);
  const [name = ''] = bringImports(draft, [wantedIn(edit.path, edit.brings)]);
  insert(name);
}

/** Also through a list of this file that the route names. */
function isGuarded(route: ObjectLiteralExpression, { path, brings }: Edit): boolean {
  const ours = wantedIn(path, brings);
  const value = propertyOf(route, 'canActivate');
  if (value === undefined) return false;
  const nodes = [value, ...value.getDescendants()];
  const lists = nodes.flatMap((node) =>
    Node.isIdentifier(node) ? (localArray(node.getSourceFile(), node.getText()) ?? []) : [],
  );
  return [...nodes, ...lists.flatMap((list) => list.getElements())].some((node) => refersTo(node, ours));
}

type Insert = (name: string) => void;

function insertionFor(draft: CodeDraft, route: ObjectLiteralExpression, edit: Edit): Insert {
  const property = propertyOf(route, 'canActivate');
  const after = property === undefined ? 0 : route.getProperties().indexOf(property) + 1;
  const spread = spreadGuards(route, { after, edit });
  if (spread !== undefined) {
    if (property === undefined)
      return (name) => addProperty(draft, route, `canActivate: [...${spread.guards}, ${name}]`);
    throw new NotEditable(property, `${excerpt(spread.text)} replaces this canActivate.`, {
      where: `in the route '${edit.with.routePath}', in place of its canActivate, behind ${spread.text}`,
      code: [`canActivate: [...${spread.guards}, ${edit.brings.name}],`],
    });
  }
  if (property === undefined) return (name) => addProperty(draft, route, `canActivate: [${name}]`);
  return extend(draft, property, edit);
}

/** Behind `path`; behind every spread, where the route has one: what stands before it may be replaced by it. */
function addProperty(draft: CodeDraft, route: ObjectLiteralExpression, inline: string): void {
  const properties = route.getProperties();
  const names = properties.map(propertyName);
  const lastSpread = properties.findLastIndex(Node.isSpreadAssignment);
  const index = Math.max(names.indexOf('path'), names.indexOf('pathMatch'), lastSpread) + 1;
  insertItem(draft, { list: objectList(route, draft.style), index, item: { inline, prefer: 'line' } });
}

/** Into a list that is written here, else around the expression that stands for one. */
function extend(draft: CodeDraft, property: Node, { brings, with: { routePath } }: Edit): Insert {
  if (Node.isShorthandPropertyAssignment(property)) {
    return (name) => draft.output.insert(property.getEnd(), `: [...${property.getName()}, ${name}]`);
  }
  if (!Node.isPropertyAssignment(property))
    throw new NotEditable(property, 'This canActivate is not written as a list.');
  const value = property.getInitializerOrThrow();
  const array = unwrap(value);
  if (Node.isArrayLiteralExpression(array)) {
    const list = arrayList(array);
    return (name) => insertItem(draft, { list, index: list.items.length, item: { inline: name, prefer: 'line' } });
  }
  const around = spreadable(value);
  if (around === undefined) {
    throw new NotEditable(value, `canActivate of '${routePath}' is not always a list.`, {
      where: `in the route '${routePath}', in place of its canActivate`,
      code: [`canActivate: [...(${value.getText()} || []), ${brings.name}],`],
    });
  }
  return (name) => {
    draft.output.insert(value.getStart(), `[...${around.open}`);
    draft.output.insert(value.getEnd(), `${around.close}, ${name}]`);
  };
}
