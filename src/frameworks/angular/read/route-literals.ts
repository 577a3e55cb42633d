import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import { propertyExpression, propertyValue, stringValue, unwrap } from '../../../code/literals.ts';

/** The route objects of an array that are written in place, in the router's order. */
export function routeObjects(routes: ArrayLiteralExpression): ObjectLiteralExpression[] {
  return routes.getElements().map(unwrap).filter(Node.isObjectLiteralExpression);
}

/** The path of a route as a literal; `undefined` when it is absent or computed. */
export function pathOf(route: ObjectLiteralExpression): string | undefined {
  return stringValue(propertyValue(route, 'path'));
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
export function findRoute(routes: ArrayLiteralExpression, path: string): ObjectLiteralExpression | undefined {
  for (const route of routeObjects(routes)) {
    const own = pathOf(route);
    if (own === path && propertyValue(route, 'redirectTo') === undefined) return route;
    const children = own === '' ? childrenOf(route) : undefined;
    const nested = children === undefined ? undefined : findRoute(children, path);
    if (nested !== undefined) return nested;
  }
  return routeObjects(routes).find((route) => pathOf(route) === path);
}

/** Index of the first element that would take `path` before a route behind it could; the length if none does. */
export function reachableIndex(routes: ArrayLiteralExpression, path: string): number {
  const index = routes.getElements().findIndex((element) => takes(unwrap(element), path.split('/')));
  return index === -1 ? routes.getElements().length : index;
}

const NAMED_BY_NO_ROUTE = ' ';

/** Whether an array has a route that may take paths it doesn't name: a wildcard, a parameter, a parent of lazy routes. */
export function takesUnknownPaths(routes: ArrayLiteralExpression): boolean {
  return reachableIndex(routes, NAMED_BY_NO_ROUTE) < routes.getElements().length;
}

function takes(element: Node, segments: readonly string[]): boolean {
  // What a spread or a call holds is not in this file: in front of it every route is reachable.
  if (!Node.isObjectLiteralExpression(element)) return true;
  if (propertyValue(element, 'matcher') !== undefined) return true;
  const path = pathOf(element);
  return path !== undefined && takesPath(element, path === '' ? [] : path.split('/'), segments);
}

function takesPath(route: ObjectLiteralExpression, pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern[0] === '**') return true;
  const matches =
    pattern.length <= segments.length && pattern.every((part, i) => part.startsWith(':') || part === segments[i]);
  if (!matches) return false;
  if (pattern.length === segments.length) return true;
  if (stringValue(propertyValue(route, 'pathMatch')) === 'full') return false;
  if (propertyValue(route, 'redirectTo') !== undefined) return true;
  const children = propertyValue(route, 'children');
  if (Node.isArrayLiteralExpression(children)) {
    return children.getElements().some((child) => takes(unwrap(child), segments.slice(pattern.length)));
  }
  return children !== undefined || propertyValue(route, 'loadChildren') !== undefined;
}
