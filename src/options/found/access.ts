import type { RouteFact } from '../../model/facts.ts';
import type { Access } from '../../model/plan.ts';
import type { Project } from '../../model/project.ts';
import { routesToGuard } from './guarded.ts';
import { isInserted } from './own-routes.ts';
import { liveRoutes } from './route-tree.ts';

/** Which pages of the app need a signed-in user after the run, and which stay open. */
export function accessOf(
  project: Project,
  { guardedRoutes, loginPath }: { readonly guardedRoutes: readonly string[]; readonly loginPath: string },
): Access {
  const guarded = new Set(guardedRoutes.flatMap(routesToGuard(project, loginPath)));
  const { routes } = project.framework;
  const live = new Set(liveRoutes(routes).map(({ route }) => route));
  const pages = pagesBelow(routes, { isGuarded: (route) => guarded.has(route), isLive: (route) => live.has(route) });
  const named = (wanted: boolean): string[] => {
    const paths = pages.filter((page) => page.isGuarded === wanted).map(({ path }) => path);
    return [...new Set(paths)].filter((path) => !isInserted(project, path));
  };
  return { guarded: named(true), open: named(false) };
}

interface Page {
  readonly path: string;
  readonly isGuarded: boolean;
}

interface Walk {
  readonly isGuarded: (route: RouteFact) => boolean;
  /** Whether anybody comes to a route. */
  readonly isLive: (route: RouteFact) => boolean;
  /** A guard on a route is before all that is below it. */
  readonly isInside?: boolean;
}

function pagesBelow(routes: readonly RouteFact[], { isGuarded, isLive, isInside = false }: Walk): Page[] {
  return routes.flatMap((route) => {
    if (!isLive(route) || route.redirectTo !== undefined || route.path.endsWith('**')) return [];
    const isBehind = isInside || isGuarded(route);
    const below = pagesBelow(route.children ?? [], { isGuarded, isLive, isInside: isBehind });
    const unread =
      route.isLazy === true ? [{ path: [route.path, '**'].filter(Boolean).join('/'), isGuarded: isBehind }] : [];
    const pages = [...below, ...unread];
    return pages.length > 0 ? pages : [{ path: route.path, isGuarded: isBehind }];
  });
}
