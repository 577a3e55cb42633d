import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { AppPath } from '../../../model/tree.ts';
import { wholeText } from '../../../code/constant-text.ts';
import { propertyExpression, propertyValue, stringValue, unwrap } from '../../../code/literals.ts';
import type { Modules } from '../../../code/modules.ts';
import { routeProperty } from './routes/route-property.ts';

/** The route objects of an array that are written in place, in the router's order. */
export function routeObjects(routes: ArrayLiteralExpression): ObjectLiteralExpression[] {
  return routes.getElements().map(unwrap).filter(Node.isObjectLiteralExpression);
}

/** Tells the path of a route; `undefined` where it isn't known. */
export type PathReader = (route: ObjectLiteralExpression) => string | undefined;

/** Reads paths that are literals, or constants as far as these modules have them. */
export function pathReader(modules: Modules, path: AppPath): PathReader {
  return (route) => {
    const written = routeProperty(modules, { path, node: route }, 'path');
    return written && wholeText(modules, written);
  };
}

/** How a route's path stands in its `trail`: a literal in single quotes, an expression as its text, nothing where it has none. */
export function writtenPath(route: ObjectLiteralExpression): string {
  const path = propertyExpression(route, 'path');
  const value = stringValue(path);
  return value === undefined ? (path?.getText() ?? '') : `'${value}'`;
}

function childrenOf(route: ObjectLiteralExpression): ArrayLiteralExpression | undefined {
  const children = propertyValue(route, 'children');
  return Node.isArrayLiteralExpression(children) ? children : undefined;
}

/** The first route, also among the children of pathless parents, whose full path is `path`. */
export function findRoute(
  routes: ArrayLiteralExpression,
  path: string,
  pathOf: PathReader,
): ObjectLiteralExpression | undefined {
  for (const route of routeObjects(routes)) {
    const own = pathOf(route);
    if (own === path && propertyValue(route, 'redirectTo') === undefined) return route;
    const children = own === '' ? childrenOf(route) : undefined;
    const nested = children === undefined ? undefined : findRoute(children, path, pathOf);
    if (nested !== undefined) return nested;
  }
  return routeObjects(routes).find((route) => pathOf(route) === path);
}

/** Index of the first element that would take `path` before a route behind it could; the length if none does. */
export function reachableIndex(routes: ArrayLiteralExpression, path: string, pathOf: PathReader): number {
  const index = routes.getElements().findIndex((element) => takes(unwrap(element), path.split('/'), pathOf));
  return index === -1 ? routes.getElements().length : index;
}

const NAMED_BY_NO_ROUTE = ' ';

/** Whether an array has a route that may take paths it doesn't name: a wildcard, a parameter, a parent of lazy routes. */
export function takesUnknownPaths(routes: ArrayLiteralExpression, pathOf: PathReader): boolean {
  return reachableIndex(routes, NAMED_BY_NO_ROUTE, pathOf) < routes.getElements().length;
}

function takes(element: Node, segments: readonly string[], pathOf: PathReader): boolean {
  // What a spread or a call holds is not in this file: in front of it every route is reachable.
  if (!Node.isObjectLiteralExpression(element)) return true;
  if (propertyValue(element, 'matcher') !== undefined) return true;
  const path = pathOf(element);
  // A path that isn't known may be a wildcard.
  if (path === undefined) return propertyValue(element, 'path') !== undefined;
  const pattern = path === '' ? [] : path.split('/');
  if (pattern[0] === '**') return true;
  const matches =
    pattern.length <= segments.length && pattern.every((part, i) => part.startsWith(':') || part === segments[i]);
  return matches && takesBelow(element, segments.slice(pattern.length), pathOf);
}

/** Whether a route whose own path fits takes the segments that are left. */
function takesBelow(route: ObjectLiteralExpression, left: readonly string[], pathOf: PathReader): boolean {
  if (left.length === 0) return true;
  if (stringValue(propertyValue(route, 'pathMatch')) === 'full') return false;
  if (propertyValue(route, 'redirectTo') !== undefined) return true;
  const children = propertyValue(route, 'children');
  if (Node.isArrayLiteralExpression(children))
    return children.getElements().some((child) => takes(unwrap(child), left, pathOf));
  return children !== undefined || propertyValue(route, 'loadChildren') !== undefined;
}
