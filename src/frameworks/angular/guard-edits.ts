import type { NeededImport } from '../../model/edit.ts';
import type { RouteFact } from '../../model/facts.ts';
import { routesToGuard } from '../../options/found/guarded.ts';
import { appGuards, ownRoutes } from '../../options/found/own-routes.ts';
import { everyRoute, liveRoutes, routesShowing } from '../../options/found/route-tree.ts';
import type { AngularProject } from './angular-facts.ts';
import type { AngularOptions } from './angular-options.ts';
import { codeFiles } from './code-files.ts';
import { codeNames, type CodeShape } from './code-shape.ts';
import { generated, placeOf } from './edit-places.ts';
import type { GuardEdit } from './edits/guard-edit.ts';

/** The guard on each guarded route, wherever the route is written; and one that offers to unlock on a sign-in page that is reused. */
export function guardEdits(project: AngularProject, options: AngularOptions, shape: CodeShape): GuardEdit[] {
  const { guardedRoutes, loginPath } = options;
  const guard = generated(options, codeNames(options, shape).guardName, codeFiles(options).guardFile);
  const app: App = { project, twins: twinsIn(project) };
  const routesAt = routesToGuard(project, loginPath);
  const guards = guardedRoutes.flatMap((path) => {
    const edits = routesAt(path).map((route) => guardEdit(app, route, guard));
    return edits.length > 0 ? edits : [unseenEdit(project, path, guard)];
  });
  return [...numbered(guards), ...unlockEdits(app, options, shape)];
}

interface App {
  readonly project: AngularProject;
  readonly twins: ReadonlyMap<RouteFact, GuardEdit['with']['twin']>;
}

/** A person whose session is stored unlocks it. Behind the app's guards: whoever is to go elsewhere goes there first. */
function unlockEdits(app: App, options: AngularOptions, shape: CodeShape): GuardEdit[] {
  if (options.loginPage === 'generate') return [];
  const { project } = app;
  const routes = ownRoutes(project);
  const guard = generated(options, codeNames(options, shape).unlockGuardName, codeFiles(options).guardFile);
  const id = `unlock:${options.loginPath}`;
  const [page = unreadAround(routes, options.loginPath)] = routesShowing(routes, options.loginPath);
  return [{ ...(page ? guardEdit(app, page, guard) : unseenEdit(project, options.loginPath, guard)), id }];
}

/** The route whose pages were not read, and below which the sign-in is. */
function unreadAround(routes: readonly RouteFact[], path: string): RouteFact | undefined {
  const around = liveRoutes(routes).filter(({ route }) => route.isLazy === true && path.startsWith(`${route.path}/`));
  return around.findLast(({ route }) => route.path !== '')?.route;
}

function guardEdit({ project, twins }: App, route: RouteFact, brings: NeededImport): GuardEdit {
  const { wiring } = project.framework;
  // Of pages that the app guards in no way, a person says which are meant.
  const twin = appGuards(project, route).length > 0 ? twins.get(route) : undefined;
  return {
    kind: 'code',
    id: `guard:${route.path}`,
    recipe: 'angular/guard',
    ...placeOf(route.place ?? wiring.routes),
    brings,
    with: { routePath: route.path, trail: route.trail, ...(twin === undefined ? {} : { twin }) },
  };
}

/** Pages that are found in the same way as another one, with their place among all that are. */
function twinsIn({ framework }: AngularProject): App['twins'] {
  const byWay = new Map<string, RouteFact[]>();
  for (const route of everyRoute(framework.routes)) {
    const way = JSON.stringify([route.place, route.trail, route.path]);
    byWay.set(way, [...(byWay.get(way) ?? []), route]);
  }
  const alike = [...byWay.values()].filter((routes) => routes.filter(isPage).length > 1);
  return new Map(
    alike.flatMap((routes) => routes.map((route, index) => [route, { index, of: routes.length }] as const)),
  );
}

function isPage({ redirectTo }: RouteFact): boolean {
  return redirectTo === undefined;
}

/** Of an app whose routes can't be followed. */
function unseenEdit({ framework }: AngularProject, routePath: string, brings: NeededImport): GuardEdit {
  const base = { kind: 'code', id: `guard:${routePath}`, recipe: 'angular/guard' } as const;
  return { ...base, ...placeOf(framework.wiring.routes), brings, with: { routePath } };
}

/** Routes may have one path in several places; an edit has an id of its own. */
function numbered(edits: readonly GuardEdit[]): GuardEdit[] {
  return edits.map((edit, index) => {
    const before = edits.slice(0, index).filter(({ id }) => id === edit.id).length;
    return before === 0 ? edit : { ...edit, id: `${edit.id}#${String(before + 1)}` };
  });
}
