import type { RouteFact } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { SomeOffer } from '../offer.ts';
import { mayBeGuarded, routesToGuard } from './guarded.ts';
import { appGuards, ownPages } from './own-routes.ts';
import { isForStrangers } from './page-names.ts';
import { hintOnUnread, nameOfPage } from './page-list.ts';

interface Pages {
  readonly loginPath: string;
  readonly guardedRoutes: readonly string[];
}

/** The pages that can be guarded: those selected first, so that a long list doesn't hide them. */
export function offerRoutes({ loginPath, guardedRoutes }: Pages, project: Project): SomeOffer | undefined {
  if (!project.framework.areRoutesKnown) return undefined;
  const routesOf = routesToGuard(project, loginPath);
  const isOpen = (path: string): boolean => {
    const routes = routesOf(path);
    return routes.length > 0 && routes.every((route) => mayBeGuarded(project, route, loginPath));
  };
  const others = ownPages(project).filter((path) => !guardedRoutes.includes(path) && !isForStrangers(path));
  const offered = [...ownPages(project).filter((path) => guardedRoutes.includes(path)), ...others.filter(isOpen)];
  const hint = hintOnUnread(project);
  return {
    kind: 'some',
    ...(hint === '' ? {} : { hint }),
    items: offered.map((value) => ({ value, ...labelOf(project, value, routesOf(value)) })),
  };
}

function labelOf(project: Project, path: string, routes: readonly RouteFact[]): { name: string; description?: string } {
  const isAround = routes.some(({ children = [], isLazy }) => children.length > 0 || isLazy === true);
  const name = `${nameOfPage(path)}${isAround ? ' and all below' : ''}`;
  const guards = [...new Set(routes.flatMap((route) => appGuards(project, route)).map(({ text }) => text))];
  return guards.length === 0 ? { name } : { name, description: `The app guards it: ${guards.join(', ')}.` };
}
