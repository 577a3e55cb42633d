import type { NeededImport } from '../../model/edit.ts';
import type { RouteFact } from '../../model/facts.ts';
import { routesToGuard } from '../../options/found/guarded.ts';
import { appGuards, liveRoutes, placedRoutes, routesShowing } from '../../options/found/route-tree.ts';
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
  const guards = guardedRoutes.flatMap((path) => {
    const routes = routesToGuard(project, path, loginPath);
    const edits = routes.map((route) => guardEdit(project, route, guard));
    return edits.length > 0 ? edits : [unseenEdit(project, path, guard)];
  });
  return [...numbered(guards), ...unlockEdits(project, options, shape)];
}

/** A person whose session is stored unlocks it. Behind the app's guards: whoever is to go elsewhere goes there first. */
function unlockEdits(project: AngularProject, options: AngularOptions, shape: CodeShape): GuardEdit[] {
  if (options.loginPage === 'generate') return [];
  const { framework } = project;
  const guard = generated(options, codeNames(options, shape).unlockGuardName, codeFiles(options).guardFile);
  const id = `unlock:${options.loginPath}`;
  const [page = unreadAround(framework.routes, options.loginPath)] = routesShowing(framework.routes, options.loginPath);
  return [{ ...(page ? guardEdit(project, page, guard) : unseenEdit(project, options.loginPath, guard)), id }];
}

/** The route whose pages were not read, and below which the sign-in is. */
function unreadAround(routes: readonly RouteFact[], path: string): RouteFact | undefined {
  const around = liveRoutes(routes).filter(({ route }) => route.isLazy === true && path.startsWith(`${route.path}/`));
  return around.findLast(({ route }) => route.path !== '')?.route;
}

function guardEdit(project: AngularProject, route: RouteFact, brings: NeededImport): GuardEdit {
  const { wiring } = project.framework;
  // Only where it is needed: an edit that changes with the guards of a route is another one.
  const [beside] = hasTwin(project, route) ? appGuards(project, route) : [];
  return {
    kind: 'code',
    id: `guard:${route.path}`,
    recipe: 'angular/guard',
    ...placeOf(route.place ?? wiring.routes),
    brings,
    with: { routePath: route.path, trail: route.trail, ...(beside === undefined ? {} : { beside: beside.text }) },
  };
}

/** Whether another route is found in the same way. */
function hasTwin({ framework }: AngularProject, route: RouteFact): boolean {
  const wayTo = ({ place, trail }: RouteFact) => JSON.stringify([place, trail]);
  return placedRoutes(framework.routes).some((other) => other.route !== route && wayTo(other.route) === wayTo(route));
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
