import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import { NotEditable } from '../../../code/draft.ts';
import { propertyValue, stringValue } from '../../../code/literals.ts';
import { routeObjects, writtenPath } from '../read/route-literals.ts';
import type { GuardEdit } from './guard-edit.ts';

/**
 * The route of an array that a guard belongs to.
 * @throws NotEditable where there is none, or which one is meant can't be told.
 */
export function guardedRoute(
  routes: ArrayLiteralExpression,
  { routePath, trail = [`'${routePath}'`], twin }: GuardEdit['with'],
): ObjectLiteralExpression {
  const named = onTrail(routes, trail);
  const [first, second] = named.filter((route) => propertyValue(route, 'redirectTo') === undefined);
  if (first !== undefined && second === undefined) return first;
  const meant = twin?.of === named.length ? named[twin.index] : undefined;
  if (meant !== undefined) return meant;
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
function onTrail(routes: ArrayLiteralExpression, [own = '', ...below]: readonly string[]): ObjectLiteralExpression[] {
  const named = byWrittenPath(routes).get(own) ?? [];
  if (below.length === 0) return named;
  return named.flatMap((route) => {
    const children = propertyValue(route, 'children');
    return Node.isArrayLiteralExpression(children) ? onTrail(children, below) : [];
  });
}

type ByPath = ReadonlyMap<string, ObjectLiteralExpression[]>;

/** Of each array: edits of many routes look into the same one. */
const known = new WeakMap<ArrayLiteralExpression, ByPath>();

function byWrittenPath(routes: ArrayLiteralExpression): ByPath {
  const found = known.get(routes);
  if (found !== undefined) return found;
  const paths = new Map<string, ObjectLiteralExpression[]>();
  for (const route of routeObjects(routes)) {
    const path = writtenPath(route);
    const alike = paths.get(path);
    if (alike === undefined) paths.set(path, [route]);
    else alike.push(route);
  }
  known.set(routes, paths);
  return paths;
}
