import { CliError } from '../../../model/errors.ts';
import type { FoundWiring } from './find-wiring.ts';
import type { AnchoredFile, ManualReason, RouteFact } from '../../../model/facts.ts';
import type { AppPath, Tree } from '../../../model/tree.ts';
import type { AppProject } from '../../../model/app-project.ts';
import type { Dependencies } from '../../refusal.ts';
import type { AngularFacts } from '../angular-facts.ts';
import { componentDefaults } from './component-defaults.ts';
import { findLibraries } from './find-libraries.ts';
import { readsSettings } from './reads-settings.ts';
import { rendersOnServer } from './renders-on-server.ts';
import { readResolution, tsConfigOf } from './tsconfig.ts';

const oldest = 14;
/** Below, starting a standalone component was a preview. */
const oldestStandalone = 15;

/** Follows the code from the build target's entry file to the app's providers and routes. */
export async function inspectAngular(tree: Tree, dependencies: Dependencies, app: AppProject): Promise<AngularFacts> {
  const { name, folder, sourceRoot, entryFile, declaredIn } = app;
  const major = angularMajor(dependencies);
  if (tree.read(entryFile) === undefined) {
    throw new CliError('UNSUPPORTED', `${entryFile}, the entry file of project "${name}", is not there.`, {
      where: { path: declaredIn },
      hint: 'Correct the build target’s "browser" (or "main") option.',
    });
  }
  const { findWiring } = await import('./find-wiring.ts');
  const { readApiOrigins } = await import('./read-api-origins.ts');
  const { readEnvironments } = await import('./environments.ts');
  const resolution = readResolution(tree, folder);
  const { wiring, routes, unknownPaths, ownClients } = withinRoot(findWiring(tree, entryFile, resolution));
  if (major < oldestStandalone && wiring.bootstrap === 'standalone') throw notYetStandalone(major, entryFile);
  const libraries = findLibraries(tree, entryFile, { wiring, routes });
  return {
    id: 'angular',
    major,
    project: name,
    sourceRoot,
    codeRoot: sourceRoot === '' ? 'app' : `${sourceRoot}/app`,
    entryFile,
    ...tsConfigOf(tree, app),
    areRoutesKnown: !('reason' in wiring.routes),
    routes,
    unknownPaths,
    apiOrigins: readApiOrigins(tree, sourceRoot),
    originFiles: 'environment*.ts',
    environments: readEnvironments(tree, app, resolution),
    readsSettings: readsSettings(tree, app, wiring.providers.path),
    wiring,
    ownClients,
    resolution,
    ...(libraries.length === 0 ? {} : { libraries }),
    rendersOnServer: rendersOnServer(tree, dependencies, app),
    ...componentDefaults(tree, app),
  };
}

function notYetStandalone(major: number, path: AppPath): CliError {
  const text = `The app doesn’t start with bootstrapModule(), and it has Angular ${major}: standalone apps are supported from ${oldestStandalone} on.`;
  return new CliError('UNSUPPORTED', text, { where: { path }, hint: updateFirst });
}

const updateFirst = 'Update the app first: https://angular.dev/update-guide';

function angularMajor(dependencies: Dependencies): number {
  const major = dependencies.get('@angular/core')?.major;
  if (major !== undefined && major >= oldest) return major;
  throw new CliError(
    'UNSUPPORTED',
    major === undefined ? 'The version of Angular is not known.' : `Angular ${major} is older than ${oldest}.`,
    {
      where: { path: 'package.json' },
      hint:
        major === undefined
          ? 'Install the app’s dependencies first, or state @angular/core’s version in package.json.'
          : updateFirst,
    },
  );
}

/** Code that the app shares with others outside its package is not ours to edit: the lines to add are given instead. */
function withinRoot({ wiring, routes, unknownPaths, ownClients }: FoundWiring): Omit<FoundWiring, 'warnings'> {
  const { providers, routes: place, httpClientModule, ...facts } = wiring;
  const isOurs = httpClientModule !== undefined && !isOutside(httpClientModule.path);
  return {
    routes: routes.map(routeWithinRoot),
    unknownPaths,
    ownClients,
    wiring: {
      ...facts,
      providers: inside(providers),
      routes: inside(place),
      ...(isOurs ? { httpClientModule } : {}),
    },
  };
}

function routeWithinRoot(route: RouteFact): RouteFact {
  const { place, children, at } = route;
  return {
    ...route,
    ...(children === undefined ? {} : { children: children.map(routeWithinRoot) }),
    ...(place === undefined ? {} : { place: inside(place, at.line) }),
  };
}

function inside(place: AnchoredFile | ManualReason, line = 1): AnchoredFile | ManualReason {
  if ('reason' in place || !isOutside(place.path)) return place;
  return {
    path: place.path,
    line,
    reason: 'This file is outside the package of the app: other apps may use it too.',
  };
}

function isOutside(path: AppPath): boolean {
  return path.startsWith('../');
}
