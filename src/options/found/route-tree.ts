import type { GuardFact, RouteFact } from '../../model/facts.ts';

/** A route, and the routes it is below, the outermost first. */
export interface PlacedRoute {
  readonly route: RouteFact;
  readonly above: readonly RouteFact[];
}

/** Every route, in the order of the code: each before those below it. */
export function placedRoutes(routes: readonly RouteFact[], above: readonly RouteFact[] = []): PlacedRoute[] {
  return routes.flatMap((route) => [{ route, above }, ...placedRoutes(route.children ?? [], [...above, route])]);
}

/** The same without their places. */
export function everyRoute(routes: readonly RouteFact[]): RouteFact[] {
  return placedRoutes(routes).map(({ route }) => route);
}

/** Facts don't change, and these are looked through for each guard of each route. */
const known = new WeakMap<readonly RouteFact[], readonly PlacedRoute[]>();

/** Without those that stand behind one that takes every path: nobody comes to them. */
export function liveRoutes(routes: readonly RouteFact[]): readonly PlacedRoute[] {
  const live = known.get(routes) ?? liveBelow(routes, []);
  known.set(routes, live);
  return live;
}

function liveBelow(routes: readonly RouteFact[], above: readonly RouteFact[]): PlacedRoute[] {
  const last = routes.findIndex(({ path, guards }) => /(^|\/)\*\*$/.test(path) && !guards.some(mayPassOver));
  const live = last === -1 ? routes : routes.slice(0, last + 1);
  return live.flatMap((route) => [{ route, above }, ...liveBelow(route.children ?? [], [...above, route])]);
}

/** With such a guard, the router goes on to the routes behind. */
function mayPassOver({ when }: GuardFact): boolean {
  return when === 'canMatch';
}

/** Every route that shows something, and does not only lead elsewhere. */
export function pageRoutes(routes: readonly RouteFact[]): RouteFact[] {
  return liveRoutes(routes).flatMap(({ route }) => (route.redirectTo === undefined ? [route] : []));
}

/** The path of a route or page that can be gone to as it stands. */
export function isPlain(path: string): boolean {
  return !path.includes(':') && !path.includes('*');
}

/** Whether a pattern stands for the whole of a path. */
export function matches(pattern: string, path: string): boolean {
  if (pattern === '') return path === '';
  return pattern.split('/').length === path.split('/').length && startsLike(pattern, path);
}

/** Whether a pattern stands for the start of a path. */
export function startsLike(pattern: string, path: string): boolean {
  if (pattern === '**') return false;
  const parts = path.split('/');
  return pattern === '' || pattern.split('/').every((part, index) => part.startsWith(':') || part === parts[index]);
}

/** Redirects that lead on and on end somewhere, or in a circle. */
const mostRedirects = 8;

/** Where somebody who goes to a path comes to, through redirects; the path itself where no route that was read has it. */
export function landingOf(routes: readonly RouteFact[], path: string, left = mostRedirects): string {
  const found = liveRoutes(routes).filter(({ route }) => matches(route.path, path));
  // Of a parent and the child with the same path, the child says what is shown.
  const isLast = ({ route }: PlacedRoute): boolean => !found.some(({ above }) => above.includes(route));
  const target = found.find(isLast)?.route;
  const { redirectTo } = found.find((one) => isLast(one) && one.route.redirectTo !== undefined)?.route ?? {};
  const leads = target?.redirectTo ?? (target?.children === undefined ? undefined : redirectTo);
  return leads === undefined || leads === path || left === 0 ? path : landingOf(routes, leads, left - 1);
}

/**
 * The routes that show a path: of those around others only one that has the path itself and no page below it with the
 * same path.
 */
export function routesShowing(routes: readonly RouteFact[], path: string): readonly RouteFact[] {
  const named = pageRoutes(routes).filter((route) => route.path === path);
  const pages = named.filter(({ children = [] }) => children.length === 0);
  return pages.length > 0 ? pages : named;
}
