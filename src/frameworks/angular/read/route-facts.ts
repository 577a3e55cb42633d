import type { ArrayLiteralExpression, ObjectLiteralExpression } from 'ts-morph';
import { Node } from 'ts-morph';
import type { GuardFact, ManualReason, RouteFact } from '../../../model/facts.ts';
import type { AppPath } from '../../../model/tree.ts';
import { follow, isLost, type NodePlace } from '../../../code/follow.ts';
import { propertyValue, stringValue, unwrap } from '../../../code/literals.ts';
import type { Modules } from '../../../code/modules.ts';
import { reasonAt } from './find-bootstrap.ts';
import { pathOf, routeObjects, writtenPath } from './route-literals.ts';

export interface RouteList {
  readonly routes: readonly RouteFact[];
  /** Spreads that could not be followed: their routes are not known. */
  readonly warnings: readonly ManualReason[];
  /** Routes whose path could not be computed. */
  readonly unknownPaths: readonly ManualReason[];
}

/** What is gathered on the way through one array. */
interface Reading {
  readonly place: RouteFact['place'];
  readonly unknownPaths: ManualReason[];
}

interface RouteArray {
  readonly path: AppPath;
  readonly array: ArrayLiteralExpression;
  /** Absent for the array the router starts with. */
  readonly place?: RouteFact['place'];
}

/** The static routes of an array, those of the arrays it spreads included. */
export function routeFacts(modules: Modules, first: RouteArray): RouteList {
  const visited = new Set<Node>();
  const warnings: ManualReason[] = [];
  const unknownPaths: ManualReason[] = [];
  const read = ({ path, array, place }: RouteArray): RouteFact[] => {
    if (visited.has(array)) return [];
    visited.add(array);
    return array.getElements().flatMap((element) => {
      const node = unwrap(element);
      if (Node.isObjectLiteralExpression(node)) return factOf({ place, unknownPaths }, { path, node });
      const target = follow(modules, { path, node: Node.isSpreadElement(node) ? node.getExpression() : node });
      if (!isLost(target) && Node.isArrayLiteralExpression(target.node)) return read(arrayAt(target, target.node));
      if (!isLost(target) && Node.isObjectLiteralExpression(target.node))
        return factOf({ place: notInArray(target), unknownPaths }, target);
      warnings.push(reasonAt(path, node, 'These routes are written elsewhere and could not be followed.'));
      return [];
    });
  };
  return { routes: read(first), warnings, unknownPaths };
}

function notInArray({ path, node }: NodePlace): ManualReason {
  return reasonAt(path, node, 'This route is not written in an array.');
}

/** Routes that the router gets beside those it starts with. */
export function arrayAt({ path, anchor }: NodePlace, array: ArrayLiteralExpression): RouteArray {
  const nameless = reasonAt(path, array, 'The routes here have no name to find them by.');
  return { path, array, place: anchor === undefined ? nameless : { path, anchor } };
}

/** Where the routes of an array come below: what they add their path and their trail to. */
interface Above {
  readonly path: string;
  readonly trail: readonly string[];
}

const root: Above = { path: '', trail: [] };

function factOf(reading: Reading, route: NodePlace, above: Above = root): RouteFact[] {
  const { path: file, node } = route;
  if (!Node.isObjectLiteralExpression(node)) return [];
  const own = pathOf(node);
  if (own === undefined) {
    reading.unknownPaths.push(reasonAt(file, node, 'The path of this route is computed.'));
    return [];
  }
  const path = joined(above.path, own);
  const trail = [...above.trail, writtenPath(node)];
  const target = propertyValue(node, 'redirectTo');
  return [
    {
      path,
      ...(target === undefined ? {} : { redirectTo: redirectOf(target, above.path) }),
      guards: guardsOf(node),
      ...below(reading, route, { path, trail }),
      at: { path: file, line: node.getStartLineNumber() },
      trail,
      ...(reading.place === undefined ? {} : { place: reading.place }),
    },
  ];
}

/** A computed target leads to no path known here; the route is no page all the same. */
function redirectOf(target: Node, above: string): string {
  const written = stringValue(target) ?? '';
  return written.startsWith('/') ? written.replace(/^\/+/, '') : joined(above, written);
}

function guardsOf(route: ObjectLiteralExpression): GuardFact[] {
  const guards = propertyValue(route, 'canActivate');
  const written = Node.isArrayLiteralExpression(guards) ? guards.getElements().map((one) => one.getText()) : [];
  return written.map((text) => ({ text, id: text, when: 'canActivate', sendsTo: [] }));
}

/** Children that are written in place; of others only that there are some. */
function below(reading: Reading, { path, node }: NodePlace, above: Above): Pick<RouteFact, 'children' | 'isLazy'> {
  if (!Node.isObjectLiteralExpression(node)) return {};
  const children = propertyValue(node, 'children');
  if (Node.isArrayLiteralExpression(children)) {
    return { children: routeObjects(children).flatMap((child) => factOf(reading, { path, node: child }, above)) };
  }
  const isLazy = children !== undefined || propertyValue(node, 'loadChildren') !== undefined;
  return isLazy ? { isLazy } : {};
}

function joined(above: string, path: string): string {
  return [above, path].filter(Boolean).join('/');
}
