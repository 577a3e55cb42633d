import type { RouteFact } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { DefaultContext, Fallback } from '../option.ts';
import { authGuards, signInGuards } from './auth-guards.ts';
import { chainOf, findHomePath } from './home.ts';
import { appGuards } from './own-routes.ts';
import { isForSignedOutUsers, isGuestGuard, isPublicPage } from './page-names.ts';
import { everyRoute, liveRoutes, placedRoutes, routesShowing, type PlacedRoute } from './route-tree.ts';
import { findLoginPath } from './sign-in.ts';

/**
 * The routes that the app guards like its home, each once: what is below a guarded route is behind the same guard. In an
 * app without guards the route users come to, and no more: a guard in the wrong place locks people out.
 */
export function findGuardedRoutes(context: DefaultContext): Fallback<readonly string[]> {
  const { project, given } = context;
  const home = given.homePath ?? findHomePath(context).value;
  const login = given.loginPath ?? findLoginPath(context).value ?? '';
  const chain = home === undefined ? [] : chainOf(project, home);
  const behind = guardedByApp(project, login).filter((route) => mayBeGuarded(project, route, login));
  // Whoever names a page as the home page has said that it isn't public, whatever its name.
  const isPublic = given.homePath === undefined ? isPublicPage : isForSignedOutUsers;
  const isCovered = chain.some((route) => behind.includes(route));
  const own = isCovered
    ? undefined
    : chain.find((route) => mayBeGuarded(project, route, login) && !isPublic(route.path));
  const alike = own === undefined ? [] : guardedLike(project, chain, login).filter(({ path }) => !isPublicPage(path));
  const routes = [...new Set([...(own === undefined ? [] : [own]), ...behind, ...alike])];
  const outermost = routes.filter((route) => !routes.some((other) => other !== route && isBelow(route, other)));
  const value = [...new Set(outermost.map(({ path }) => path))];
  const isGuess = value.length === 0 && project.framework.unknownPaths.length > 0;
  return { value, origin: 'detected', isGuess };
}

/** Routes with a guard that home has, too, and that sends nowhere: it can't be read, and its name says nothing. */
function guardedLike(project: Project, chain: readonly RouteFact[], login: string): RouteFact[] {
  const onSignIn = signInGuards(project, login).map(({ id }) => id);
  const ids = chain
    .flatMap((route) => appGuards(project, route))
    .filter(({ id, text, sendsTo }) => sendsTo.length === 0 && !isGuestGuard(text) && !onSignIn.includes(id))
    .map(({ id }) => id);
  return liveRoutes(project.framework.routes)
    .filter(({ route }) => appGuards(project, route).some(({ id }) => ids.includes(id)))
    .flatMap(({ route }) => (mayBeGuarded(project, route, login) ? [route] : []));
}

/** Every route with a guard of the app that keeps strangers out. */
function guardedByApp(project: Project, login: string): RouteFact[] {
  const isGuarded = routesGuardedByApp(project, login);
  return liveRoutes(project.framework.routes).flatMap(({ route }) => (isGuarded(route) ? [route] : []));
}

function routesGuardedByApp(project: Project, login: string): (route: RouteFact) => boolean {
  const isAuthGuard = authGuards(project, login);
  return (route) => appGuards(project, route).some(isAuthGuard);
}

/** A guard on the sign-in, around it, or on a page for strangers would lock everybody out. */
export function mayBeGuarded({ framework }: Project, route: RouteFact, login: string): boolean {
  if (route.redirectTo !== undefined || route.path.includes('*')) return false;
  const signIns = routesShowing(framework.routes, login);
  const inside = everyRoute([route]);
  const isUnread = inside.some((one) => one.isLazy === true && login !== '' && login.startsWith(`${one.path}/`));
  return !inside.some((one) => signIns.includes(one)) && !isUnread && !isForSignedOutUsers(route.path);
}

function isBelow(route: RouteFact, other: RouteFact): boolean {
  return everyRoute(other.children ?? []).includes(route);
}

/**
 * The routes that a path of the option `guardedRoutes` stands for. Several routes may have one path, such as a parent and
 * its first page: those that the app guards itself are meant, else the outermost.
 */
export function routesToGuard(project: Project, login: string): (path: string) => readonly RouteFact[] {
  const signIns = routesShowing(project.framework.routes, login);
  const pages = placedRoutes(project.framework.routes).filter(
    ({ route }) => route.redirectTo === undefined && !signIns.includes(route),
  );
  const isGuarded = routesGuardedByApp(project, login);
  return (path) => {
    const named = pages.filter(({ route }) => route.path === path);
    const guarded = named.filter(({ route }) => isGuarded(route));
    const meant = guarded.length > 0 ? guarded : named.slice(0, 1);
    const isInside = ({ above }: PlacedRoute): boolean => meant.some(({ route }) => above.includes(route));
    return meant.filter((one) => !isInside(one)).map(({ route }) => route);
  };
}
