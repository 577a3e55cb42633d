import { Node } from 'ts-morph';
import type { GuardFact, ManualReason, RouteFact } from '../../../model/facts.ts';
import { constantText } from '../../../code/constant-text.ts';
import { follow, isLost, type NodePlace } from '../../../code/follow.ts';
import { unwrap } from '../../../code/literals.ts';
import type { Modules } from '../../../code/modules.ts';
import { reasonAt } from './find-bootstrap.ts';
import { routeGuards } from './guards/route-guards.ts';
import { writtenPath } from './route-literals.ts';
import { lazyRoutes } from './routes/lazy-routes.ts';
import { joinPaths, redirectTarget } from './routes/redirect-target.ts';
import { arrayAt, type RouteArray } from './routes/route-array.ts';
import { pageReader } from './routes/route-page.ts';
import { hasUnknownSpread, routeProperty } from './routes/route-property.ts';

export interface RouteList {
  readonly routes: readonly RouteFact[];
  /** Spreads that could not be followed: their routes are not known. */
  readonly warnings: readonly ManualReason[];
  /** Routes whose path could not be computed. */
  readonly unknownPaths: readonly ManualReason[];
}

/** What is gathered on the way through all routes. */
interface Reading {
  readonly modules: Modules;
  readonly guardsOf: (route: NodePlace) => GuardFact[];
  readonly pageOf: (route: NodePlace) => RouteFact['page'];
  readonly warnings: ManualReason[];
  readonly unknownPaths: ManualReason[];
}

/** Where an array of routes stands: below a path, and below routes that lead to its objects. */
interface Spot {
  readonly above: string;
  readonly trail: readonly string[];
  readonly place: RouteFact['place'];
  /** Routes that are loaded lazily from there are not read any more. */
  readonly isLoaded: boolean;
  /** The arrays around it: one that holds itself ends there. */
  readonly around: readonly Node[];
}

/** Reads the routes of an array and those below them, those of the arrays they spread and load included. */
export function routeReader(modules: Modules): (first: RouteArray) => RouteList {
  const readers = { modules, guardsOf: routeGuards(modules), pageOf: pageReader(modules) };
  return (first) => {
    const reading: Reading = { ...readers, warnings: [], unknownPaths: [] };
    const spot: Spot = { above: '', trail: [], place: first.place, isLoaded: false, around: [] };
    const routes = routesIn(reading, first, spot);
    return { routes, warnings: reading.warnings, unknownPaths: reading.unknownPaths };
  };
}

function routesIn(reading: Reading, { path, array }: RouteArray, spot: Spot): RouteFact[] {
  if (spot.around.includes(array)) return [];
  const inside = { ...spot, around: [...spot.around, array] };
  return array.getElements().flatMap((element) => {
    const node = unwrap(element);
    if (Node.isObjectLiteralExpression(node)) return factOf(reading, { path, node }, inside);
    const target = follow(reading.modules, { path, node: Node.isSpreadElement(node) ? node.getExpression() : node });
    if (!isLost(target) && Node.isArrayLiteralExpression(target.node))
      return elsewhere(reading, arrayAt(target, target.node), inside);
    if (!isLost(target) && Node.isObjectLiteralExpression(target.node)) {
      const place = reasonAt(target.path, target.node, 'This route is not written in an array.');
      return factOf(reading, target, { ...inside, trail: [], place });
    }
    const unread = reasonAt(path, node, 'These routes are written elsewhere and could not be followed.');
    reading.warnings.push(unread);
    reading.unknownPaths.push(unread);
    return [];
  });
}

/** Routes in an array of their own: their trail starts there. */
function elsewhere(reading: Reading, array: RouteArray, spot: Spot): RouteFact[] {
  return routesIn(reading, array, { ...spot, trail: [], place: array.place });
}

function factOf(reading: Reading, route: NodePlace, spot: Spot): RouteFact[] {
  const { modules } = reading;
  const { node } = route;
  const own = ownPath(reading, route);
  if (own === undefined || !Node.isObjectLiteralExpression(node)) return [];
  const path = joinPaths(spot.above, own);
  const trail = [...spot.trail, writtenPath(node)];
  const target = routeProperty(modules, route, 'redirectTo');
  const below = childrenOf(reading, route, { ...spot, above: path, trail });
  const page = reading.pageOf(route) ?? (below.isFromFile ? emptyChild(below.children, path)?.page : undefined);
  return [
    {
      path,
      ...(target === undefined ? {} : { redirectTo: redirectTarget(modules, target, spot.above) }),
      guards: reading.guardsOf(route),
      ...(below.children === undefined ? {} : { children: below.children }),
      ...(below.isLazy === true ? { isLazy: true } : {}),
      ...(page === undefined ? {} : { page }),
      at: { path: route.path, line: node.getStartLineNumber() },
      trail,
      ...(spot.place === undefined ? {} : { place: spot.place }),
    },
  ];
}

/** The path of one route; one that can't be computed is remembered. */
function ownPath({ modules, unknownPaths }: Reading, route: NodePlace): string | undefined {
  const written = routeProperty(modules, route, 'path');
  if (written === undefined) {
    const isMatched = routeProperty(modules, route, 'matcher') !== undefined;
    if (!isMatched && !hasUnknownSpread(modules, route)) return '';
    const reason = isMatched ? 'A function decides which paths this route takes.' : 'The spread may hold the path.';
    unknownPaths.push(reasonAt(route.path, route.node, reason));
    return undefined;
  }
  const { text, unknown } = constantText(modules, written);
  if (unknown === undefined) return text;
  unknownPaths.push(reasonAt(written.path, written.node, `The path of this route is computed: ${unknown.reason}`));
  return undefined;
}

interface Below {
  readonly children?: RouteFact[];
  readonly isLazy?: boolean;
  /** Whether the children are loaded together with the page. */
  readonly isFromFile?: boolean;
}

function childrenOf(reading: Reading, route: NodePlace, spot: Spot): Below {
  const { modules } = reading;
  const children = routeProperty(modules, route, 'children');
  if (children !== undefined) {
    const target = follow(modules, children);
    if (isLost(target) || !Node.isArrayLiteralExpression(target.node)) return { isLazy: true };
    if (target.node === unwrap(children.node) && route.path === target.path)
      return { children: routesIn(reading, { path: route.path, array: target.node }, spot) };
    return { children: elsewhere(reading, arrayAt(target, target.node), spot) };
  }
  const load = routeProperty(modules, route, 'loadChildren');
  if (load === undefined) return {};
  const loaded = spot.isLoaded ? undefined : lazyRoutes(modules, load);
  if (loaded === undefined) return { isLazy: true };
  const inside = { ...spot, isLoaded: true };
  return { children: loaded.flatMap((array) => elsewhere(reading, array, inside)), isFromFile: true };
}

/** The page that is shown at the path of its parent. */
function emptyChild(children: readonly RouteFact[] = [], path: string): RouteFact | undefined {
  return children.find((child) => child.path === path && child.redirectTo === undefined);
}
