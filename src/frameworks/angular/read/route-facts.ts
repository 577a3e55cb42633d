import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { ManualReason, RouteFact } from '../../../model/facts.ts';
import type { AppPath } from '../../../model/tree.ts';
import { follow, isLost, type NodePlace } from '../../../code/follow.ts';
import { propertyValue, stringValue, unwrap } from '../../../code/literals.ts';
import type { Modules } from '../../../code/modules.ts';
import { reasonAt } from './find-bootstrap.ts';
import { pathOf, routeObjects } from './route-literals.ts';

export interface RouteList {
  readonly routes: readonly RouteFact[];
  /** Spreads that could not be followed: their routes are not known. */
  readonly warnings: readonly ManualReason[];
}

interface RouteArray {
  readonly path: AppPath;
  readonly array: ArrayLiteralExpression;
  /** Absent for the array the router starts with. */
  readonly place?: RouteFact['place'];
}

/** The static routes of an array, those of the arrays it spreads included. */
export function routeFacts(modules: Modules, root: RouteArray): RouteList {
  const visited = new Set<Node>();
  const warnings: ManualReason[] = [];
  const read = ({ path, array, place }: RouteArray): RouteFact[] => {
    if (visited.has(array)) return [];
    visited.add(array);
    return array.getElements().flatMap((element) => {
      const node = unwrap(element);
      if (Node.isObjectLiteralExpression(node)) return factOf(node, place);
      const target = follow(modules, { path, node: Node.isSpreadElement(node) ? node.getExpression() : node });
      if (!isLost(target) && Node.isArrayLiteralExpression(target.node)) return read(arrayAt(target, target.node));
      if (!isLost(target) && Node.isObjectLiteralExpression(target.node))
        return factOf(target.node, reasonAt(target.path, target.node, 'This route is not written in an array.'));
      warnings.push(reasonAt(path, node, 'These routes are written elsewhere and could not be followed.'));
      return [];
    });
  };
  return { routes: read(root), warnings };
}

/** Routes that the router gets beside those it starts with. */
export function arrayAt({ path, anchor }: NodePlace, array: ArrayLiteralExpression): RouteArray {
  const nameless = reasonAt(path, array, 'The routes here have no name to find them by.');
  return { path, array, place: anchor === undefined ? nameless : { path, anchor } };
}

function factOf(route: ObjectLiteralExpression, place: RouteFact['place']): RouteFact[] {
  const path = pathOf(route);
  if (path === undefined) return [];
  const target = propertyValue(route, 'redirectTo');
  // A computed target leads to no path known here; the route is no page all the same.
  const redirectTo = target && (stringValue(target) ?? '');
  const guards = propertyValue(route, 'canActivate');
  const names = Node.isArrayLiteralExpression(guards) ? guards.getElements().map((one) => one.getText()) : [];
  const line = route.getStartLineNumber();
  return [
    {
      path,
      ...(redirectTo === undefined ? {} : { redirectTo }),
      guards: names,
      ...below(route),
      line,
      ...(place === undefined ? {} : { place }),
    },
  ];
}

/** The pages of children that are written in place; of others only that there are some. */
function below(route: ObjectLiteralExpression): Pick<RouteFact, 'children' | 'isLazy'> {
  const children = propertyValue(route, 'children');
  if (Node.isArrayLiteralExpression(children)) return { children: pagesIn(children) };
  const isLazy = children !== undefined || propertyValue(route, 'loadChildren') !== undefined;
  return isLazy ? { isLazy } : {};
}

function pagesIn(array: ArrayLiteralExpression): string[] {
  return routeObjects(array).flatMap((route) => {
    const path = pathOf(route);
    if (path === undefined || propertyValue(route, 'redirectTo') !== undefined) return [];
    const deeper = propertyValue(route, 'children');
    const nested = Node.isArrayLiteralExpression(deeper) ? pagesIn(deeper) : [];
    return [path, ...nested.map((child) => [path, child].filter(Boolean).join('/'))];
  });
}
