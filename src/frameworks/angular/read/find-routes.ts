import { Node } from 'ts-morph';
import type { AnchoredFile, ManualReason, RouteFact } from '../../../model/facts.ts';
import { follow, isLost, whyLost } from '../../../code/follow.ts';
import type { Modules } from '../../../code/modules.ts';
import { reasonAt } from './find-bootstrap.ts';
import type { Provider } from './provider-list.ts';
import type { RouteList } from './route-facts.ts';
import { routeReader } from './route-facts.ts';
import { arrayAt } from './routes/route-array.ts';
import { pathReader, takesUnknownPaths } from './route-literals.ts';

interface FoundRoutes {
  readonly place: AnchoredFile | ManualReason;
  readonly list: RouteList;
}

/** The array the router starts with, and the routes known to be at its root. */
export function findRoutes(modules: Modules, providers: readonly Provider[], absent: ManualReason): FoundRoutes {
  const routers = providers.filter(isRouter);
  const used = routers.filter((one) => !hasNoRoutes(one));
  const [router = routers[0], second] = used;
  if (router === undefined) return lost(noRouter(providers) ?? absent);
  if (!Node.isCallExpression(router.node)) return lost(absent);

  const callee = router.node.getExpression().getText();
  if (second !== undefined) {
    const first = `the first time with ${callee}() in ${router.path}`;
    return lost(reasonAt(second.path, second.node, `The router is set up more than once; ${first}.`));
  }
  const argument = router.node.getArguments()[0];
  if (argument === undefined) return lost(reasonAt(router.path, router.node, `${callee}() is called without routes.`));
  const target = follow(modules, { path: router.path, node: argument, anchor: { kind: 'call', callee, argument: 0 } });
  if (isLost(target)) {
    return lost(reasonAt(router.path, argument, `The routes can't be followed: ${whyLost(target, 'they come')}.`));
  }
  const { path, node, anchor } = target;
  if (!Node.isArrayLiteralExpression(node) || anchor === undefined) {
    return lost(reasonAt(path, node, 'The routes are not written as an array literal: they are computed here.'));
  }
  const read = routeReader(modules);
  const more = eagerRoutes(modules, { providers, root: router }, read);
  if ('first' in more) return lost(reasonAt(path, node, shadowed(more.first)));
  const list = read({ path, array: node });
  const routes = [...list.routes, ...more.routes];
  const unknownPaths = [...list.unknownPaths, ...more.unknownPaths];
  return { place: { path, anchor }, list: { ...list, routes, unknownPaths } };
}

type EagerRoutes = Pick<RouteList, 'routes' | 'unknownPaths'>;

/** What the app provides, in order, and which of it is the router with its routes. */
interface Order {
  readonly providers: readonly Provider[];
  readonly root: Provider;
}

/** Routes of a feature that the router tries before those of the root, and that may take every path. */
interface Shadowing {
  readonly first: Provider;
}

/**
 * The routes of `RouterModule.forChild()` in the modules the app starts with: they are root routes as well.
 * One without a path of its own is the page of a modal, opened without the router.
 */
function eagerRoutes(
  modules: Modules,
  { providers, root }: Order,
  read: ReturnType<typeof routeReader>,
): EagerRoutes | Shadowing {
  const routes: RouteFact[] = [];
  const unknownPaths: ManualReason[] = [];
  for (const feature of providers) {
    const { path, node, kind } = feature;
    if (kind !== 'child-routes' || !Node.isCallExpression(node)) continue;
    const [argument] = node.getArguments();
    if (argument === undefined) continue;
    const callee = node.getExpression().getText();
    const target = follow(modules, { path, node: argument, anchor: { kind: 'call', callee, argument: 0 } });
    const isRead = !isLost(target) && Node.isArrayLiteralExpression(target.node);
    const mayTakeAll = !isRead || takesUnknownPaths(target.node, pathReader(modules, target.path));
    if (mayTakeAll && !isTriedAfter(feature, { root, providers })) return { first: feature };
    if (!isRead) {
      unknownPaths.push(reasonAt(path, node, 'These routes belong to the root, too, and can’t be read.'));
      continue;
    }
    const list = read(arrayAt(target, target.node));
    routes.push(...list.routes.filter((route) => route.path !== ''));
    unknownPaths.push(...list.unknownPaths);
  }
  return { routes, unknownPaths };
}

/**
 * Whether the router tries the routes of a feature after those of the root. It joins them in the order of the imports, but
 * what `forRoot()` provides comes behind all that is imported beside it.
 */
function isTriedAfter(feature: Provider, { root, providers }: Order): boolean {
  const between = providers.slice(providers.indexOf(root) + 1, providers.indexOf(feature) + 1);
  if (!between.includes(feature)) return false;
  const beside = root.node.getParent();
  if (root.kind === 'router' || feature.node.getParent() === beside) return true;
  return !between.some(({ node }) => node.getAncestors().some((one) => one === beside));
}

function shadowed({ path, node }: Provider): string {
  const place = `${path}:${String(node.getStartLineNumber())}`;
  return `The routes of ${place} are tried before these and may take every path: import this module before that one.`;
}

function isRouter({ kind }: Provider): boolean {
  return kind === 'router' || kind === 'router-module';
}

/** `RouterModule.forRoot([])`, as starters leave it behind: the router joins the routes of every call. */
function hasNoRoutes({ node }: Provider): boolean {
  const argument = Node.isCallExpression(node) ? node.getArguments()[0] : undefined;
  return Node.isArrayLiteralExpression(argument) && argument.getElements().length === 0;
}

function noRouter(providers: readonly Provider[]): ManualReason | undefined {
  const unknown = providers.find(({ kind }) => kind === 'unknown');
  return (
    unknown && reasonAt(unknown.path, unknown.node, 'The routes were not found; they may be behind this expression.')
  );
}

function lost(reason: ManualReason): FoundRoutes {
  return { place: reason, list: { routes: [], warnings: [], unknownPaths: [] } };
}
