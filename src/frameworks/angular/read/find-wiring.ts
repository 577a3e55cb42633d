import { isManualReason, type AnchoredFile, type ManualReason, type RouteFact } from '../../../model/facts.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import { follow, isLost } from '../../../code/follow.ts';
import type { ImportedSymbol } from '../../../code/imports.ts';
import { refersTo, symbolOf } from '../../../code/imports.ts';
import type { Modules, Resolution } from '../../../code/modules.ts';
import { modulesOf } from '../../../code/modules.ts';
import type { HttpPlace, OwnClient, Wiring } from '../angular-facts.ts';
import { findBootstrap, reasonAt, type Bootstrap } from './find-bootstrap.ts';
import type { Config, ListPlace } from './find-config.ts';
import { findConfigs, listOf, providersOf } from './find-config.ts';
import type { Provider } from './provider-list.ts';
import { mayProvideHttp, rootExpression } from './http-providers.ts';
import { findRoutes } from './find-routes.ts';
import { findOwnClients } from './own-clients.ts';

export interface FoundWiring {
  readonly wiring: Wiring;
  readonly routes: readonly RouteFact[];
  /** What was seen and could not be read, though the wiring could. */
  readonly warnings: readonly ManualReason[];
  /** Routes whose path could not be computed. */
  readonly unknownPaths: readonly ManualReason[];
  readonly ownClients: readonly OwnClient[];
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
  if (isManualReason(bootstrap)) return nowhere(bootstrap);
  const configs = findConfigs(modules, bootstrap);
  if (isManualReason(configs)) return nowhere(configs, bootstrap.kind);

  const { kind, path, call } = bootstrap;
  const providers = configs.flatMap((config) => providersOf(modules, config));
  const absent = reasonAt(
    path,
    call,
    'The providers of the application have neither provideRouter() nor RouterModule.forRoot().',
  );
  const { place, list } = findRoutes(modules, providers, absent);
  const http = findHttp(modules, configs, providers);
  const started = kind === 'standalone' ? startedFile(modules, bootstrap) : [];
  const ownClients = findOwnClients(tree, modules, [...started, ...routeFiles(place, list.routes)]);
  return { wiring: { bootstrap: kind, ...ionicSetUp(providers), ...http, routes: place }, ownClients, ...list };
}

function nowhere(reason: ManualReason, bootstrap: Wiring['bootstrap'] = 'standalone'): FoundWiring {
  const wiring: Wiring = { bootstrap, httpClient: 'unset', providers: reason, routes: reason };
  return { wiring, routes: [], warnings: [], unknownPaths: [], ownClients: [] };
}

/** The file of the component that the app starts with. */
function startedFile(modules: Modules, { path, call }: Bootstrap): AppPath[] {
  const [component] = call.getArguments();
  const target = component === undefined ? undefined : follow(modules, { path, node: component });
  return target === undefined || isLost(target) ? [] : [target.path];
}

function routeFiles(place: AnchoredFile | ManualReason, routes: readonly RouteFact[]): AppPath[] {
  return [...new Set([place.path, ...routes.map(({ at }) => at.path)])].filter((path) => path !== '');
}

const provideIonicAngular = symbolOf('provideIonicAngular', '@ionic/angular', '@ionic/angular/standalone');
const ionicModule = symbolOf('IonicModule', '@ionic/angular', '@ionic/angular/lazy');

function ionicSetUp(providers: readonly Provider[]): Pick<Wiring, 'ionic'> {
  const sets = (symbol: ImportedSymbol) => providers.some(({ node }) => refersTo(rootExpression(node), symbol));
  const [standalone, module] = [sets(provideIonicAngular), sets(ionicModule)];
  return standalone === module ? {} : { ionic: module ? 'module' : 'standalone' };
}

type Http = Pick<Wiring, 'httpClient' | 'providers' | 'httpClientModule'>;

/** Where HttpClient is provided by a function; else the list of providers where it, or an interceptor of its, shall be. */
function findHttp(modules: Modules, configs: readonly Config[], providers: readonly Provider[]): Http {
  const owner = providers.find(({ kind }) => kind === 'http')?.owner;
  if (owner !== undefined) return { httpClient: 'function', providers: withClear(owner, providers) };

  const [first] = configs;
  // The providers of the last configuration come last.
  const last = configs.at(-1) ?? first;
  if (first === undefined || last === undefined) {
    return { httpClient: 'unset', providers: { path: '', line: 1, reason: 'There is no application configuration.' } };
  }
  const imports = first.module === undefined ? undefined : listOf(modules, first, 'imports');
  const module = providers.find(({ kind }) => kind === 'http-module');
  if (module !== undefined) {
    const isInRoot = imports?.array !== undefined && module.node.getParent() === imports.array;
    return {
      httpClient: 'module',
      providers: placeOf(listOf(modules, last, 'providers')),
      ...(isInRoot ? { httpClientModule: placeOf(imports) } : {}),
    };
  }
  const unknown = providers.find(({ kind }) => kind === 'unknown');
  if (unknown !== undefined) {
    const reason = 'HttpClient may be provided here already, and providing it a second time would replace it.';
    return { httpClient: 'unset', providers: reasonAt(unknown.path, unknown.node, reason) };
  }
  const place = placeOf(listOf(modules, first, 'providers'));
  return {
    httpClient: 'unset',
    providers: withClear(place, providers),
    ...(imports === undefined ? {} : { httpClientModule: placeOf(imports) }),
  };
}

function placeOf({ path, anchor }: ListPlace): AnchoredFile {
  return { path, anchor };
}

/** With the names used there that were followed, so that the edit of that file alone knows it too. */
function withClear(owner: AnchoredFile, providers: readonly Provider[]): HttpPlace {
  const followed = providers.filter(({ path, kind }) => path === owner.path && kind === 'other');
  const names = followed
    .map(({ node }) => node)
    .filter(mayProvideHttp)
    .map((node) => rootExpression(node).getText());
  return names.length === 0 ? owner : { ...owner, clear: [...new Set(names)] };
}
