import { Node } from 'ts-morph';
import type { AnchoredFile, AppPath, ManualReason, RouteFact, Tree, Wiring } from '../../types.ts';
import { follow, isLost } from '../follow.ts';
import type { Modules, Resolution } from '../modules.ts';
import { modulesOf } from '../modules.ts';
import { findBootstrap, reasonAt } from './find-bootstrap.ts';
import type { Config } from './find-config.ts';
import { findConfigs, isReason, providersOf } from './find-config.ts';
import type { Provider } from './provider-list.ts';
import { mayProvideHttp, rootOf } from './http-providers.ts';
import type { RouteList } from './route-facts.ts';
import { routeFacts } from './route-facts.ts';

export interface FoundWiring {
  readonly wiring: Wiring;
  readonly routes: readonly RouteFact[];
  /** What was seen and could not be read, though the wiring could. */
  readonly warnings: readonly ManualReason[];
}

/**
 * Where an Angular app provides HttpClient and its routes: the code is followed from the build
 * target's entry file, whatever its files and classes are called.
 *
 * A shape that can't be followed is a {@link ManualReason}, never a guess.
 * @throws CliError `UNREADABLE` when a file on the way has a syntax error.
 */
export function findWiring(
  tree: Pick<Tree, 'read' | 'list'>,
  entryFile: AppPath,
  resolution: Resolution = {},
): FoundWiring {
  const modules = modulesOf(tree, resolution);
  const bootstrap = findBootstrap(modules, entryFile);
  if (isReason(bootstrap)) return nowhere(bootstrap);
  const configs = findConfigs(modules, bootstrap);
  if (isReason(configs)) return nowhere(configs);

  const providers = configs.flatMap((config) => providersOf(modules, config));
  const { place, list } = findRoutes(
    modules,
    providers,
    reasonAt(bootstrap.path, bootstrap.call, 'The providers of the application have no provideRouter().'),
  );
  return { wiring: { providers: findHttp(configs, providers), routes: place }, ...list };
}

function nowhere(reason: ManualReason): FoundWiring {
  return { wiring: { providers: reason, routes: reason }, routes: [], warnings: [] };
}

/** Where HttpClient is provided, else the first configuration object, where it shall be. */
function findHttp(configs: readonly Config[], providers: readonly Provider[]): AnchoredFile | ManualReason {
  const http = providers.find(({ kind }) => kind === 'http');
  const unknown = providers.find(({ kind }) => kind === 'unknown');
  const [first] = configs;
  if (http === undefined && unknown !== undefined) {
    return reasonAt(
      unknown.path,
      unknown.node,
      'HttpClient may be provided here already, and a second provideHttpClient() would replace it.',
    );
  }
  const owner = http?.owner ?? (first === undefined ? undefined : { path: first.path, anchor: first.anchor });
  if (owner === undefined) return { path: '', line: 1, reason: 'There is no application configuration.' };
  const followed = providers.filter(({ path, kind }) => path === owner.path && kind === 'other');
  const names = followed
    .map(({ node }) => node)
    .filter(mayProvideHttp)
    .map((node) => rootOf(node).getText());
  return names.length === 0 ? owner : { ...owner, clear: [...new Set(names)] };
}

interface FoundRoutes {
  readonly place: AnchoredFile | ManualReason;
  readonly list: RouteList;
}

function findRoutes(modules: Modules, providers: readonly Provider[], absent: ManualReason): FoundRoutes {
  const routers = providers.filter(({ kind }) => kind === 'router');
  const [router, second] = routers;
  if (router === undefined) return { place: noRouter(providers) ?? absent, list: { routes: [], warnings: [] } };
  if (second !== undefined)
    return lost(reasonAt(second.path, second.node, 'provideRouter() is called more than once.'));
  if (!Node.isCallExpression(router.node)) return lost(absent);

  const callee = router.node.getExpression().getText();
  const argument = router.node.getArguments()[0];
  if (argument === undefined)
    return lost(reasonAt(router.path, router.node, 'provideRouter() is called without routes.'));
  const target = follow(modules, { path: router.path, node: argument, anchor: { kind: 'call', callee, argument: 0 } });
  if (isLost(target)) {
    const why = target.lost === 'package' ? `they come from ${target.specifier}` : target.reason;
    return lost(reasonAt(router.path, argument, `The routes can't be followed: ${why}.`));
  }
  const { path, node, anchor } = target;
  if (!Node.isArrayLiteralExpression(node) || anchor === undefined) {
    return lost(reasonAt(path, node, 'The routes are not written as an array literal: they are computed here.'));
  }
  return { place: { path, anchor }, list: routeFacts(modules, path, node) };
}

function noRouter(providers: readonly Provider[]): ManualReason | undefined {
  const module = providers.find(({ kind }) => kind === 'router-module');
  if (module !== undefined) {
    return reasonAt(
      module.path,
      module.node,
      'The routes are provided by RouterModule.forRoot(); only provideRouter() is edited.',
    );
  }
  const unknown = providers.find(({ kind }) => kind === 'unknown');
  return (
    unknown && reasonAt(unknown.path, unknown.node, 'provideRouter() was not found; it may be behind this expression.')
  );
}

function lost(reason: ManualReason): FoundRoutes {
  return { place: reason, list: { routes: [], warnings: [] } };
}
