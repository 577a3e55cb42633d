import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import { NotEditable } from '../../../code/draft.ts';
import { propertyOf, propertyValue, stringValue } from '../../../code/literals.ts';
import { routeObjects, writtenPath } from '../read/route-literals.ts';
import type { GuardEdit } from './guard-edit.ts';

/**
 * The routes of an array that a guard belongs to.
 * @throws NotEditable where there is none, or which one is meant can't be told.
 */
export function guardedRoutes(
  routes: ArrayLiteralExpression,
  { routePath, trail = [`'${routePath}'`], beside }: GuardEdit['with'],
): readonly ObjectLiteralExpression[] {
  const named = onTrail(routes, trail);
  const pages = named.filter((route) => propertyValue(route, 'redirectTo') === undefined);
  const [first, second] = pages;
  if (first !== undefined && second === undefined) return pages;
  const meant = beside === undefined ? [] : pages.filter((route) => hasGuard(route, beside));
  if (meant.length > 0) return meant;
  if (second !== undefined) {
    throw new NotEditable(second, `There is more than one route '${routePath}'.`, {
      where: `in each route '${routePath}' that needs a signed-in user, behind the guards it has`,
    });
  }
  if (named[0] !== undefined) throw redirects(named[0], routePath);
  throw new NotEditable(routes, `There is no route '${routePath}' in this array.`, {
    where: `in the route that shows '${routePath}', behind the guards it has`,
  });
}

function redirects(route: ObjectLiteralExpression, path: string): NotEditable {
  const target = stringValue(propertyValue(route, 'redirectTo'));
  const where = target === undefined ? `the route that '${path}' leads to` : `the route '${target}'`;
  return new NotEditable(route, `The route '${path}' only redirects; a guard belongs to its target.`, {
    where: `in ${where}, behind the guards it has`,
  });
}

/** Every route whose own path, and those of the routes around it, are written like that. */
function onTrail(routes: ArrayLiteralExpression, [own, ...below]: readonly string[]): ObjectLiteralExpression[] {
  const named = routeObjects(routes).filter((route) => writtenPath(route) === own);
  if (below.length === 0) return named;
  return named.flatMap((route) => {
    const children = propertyValue(route, 'children');
    return Node.isArrayLiteralExpression(children) ? onTrail(children, below) : [];
  });
}

const guardKeys = ['canActivate', 'canActivateChild', 'canMatch', 'canLoad'];

function hasGuard(route: ObjectLiteralExpression, text: string): boolean {
  const values = guardKeys.flatMap((key) => propertyOf(route, key) ?? []);
  const spreads = route.getProperties().filter(Node.isSpreadAssignment);
  return [...values, ...spreads].some((value) =>
    [value, ...value.getDescendants()].some((node) => node.getText() === text),
  );
}
