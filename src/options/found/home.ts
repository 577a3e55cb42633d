import type { GuardFact, RouteFact } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { DefaultContext, Fallback } from '../option.ts';
import { authGuards, guestGuards, keepsStrangersOut } from './auth-guards.ts';
import { appGuards } from './own-routes.ts';
import { isForSignedOutUsers, isHomeName, isPublicPage } from './page-names.ts';
import { isPlain, landingOf, matches, pageRoutes, liveRoutes, startsLike } from './route-tree.ts';
import { findLoginPath, findUnlockPath } from './sign-in.ts';

/**
 * Where users come to: the page to which the app sends those who have signed in, else a page it guards itself, else the
 * target of the `''` redirect, else the page called home or tabs, else the first; never one that is public by its name,
 * or that leads to the sign-in. None where the app has no other page.
 */
export function findHomePath(context: DefaultContext): Fallback<string> {
  const { project, given } = context;
  const { routes } = project.framework;
  const login = given.loginPath ?? findLoginPath(context).value ?? '';
  const notHome = [login, given.unlockPath ?? findUnlockPath(context).value];
  const isAuthGuard = authGuards(project, login);
  const isBehind = (path: string): boolean =>
    !isForSignedOutUsers(path) &&
    guardsOf(project, path).some((guard) => sendsTo(project, guard, login) && isAuthGuard(guard));
  const isHome = (path: string): boolean =>
    [path, landingOf(routes, path)].every(
      (one) => (!isPublicPage(one) || isBehind(one)) && !notHome.includes(one) && !login.startsWith(`${one}/`),
    );
  const sent = guestGuards(project, login).map(({ leadsTo }) => leadsTo);
  const candidates = [...sent.filter((path) => isShown(project, path)), ...likelyHomes(routes)].filter(isHome);
  const guarded = candidates.find((path) =>
    guardsOf(project, path).some((guard) => keepsStrangersOut(project, guard, login)),
  );
  const value = guarded ?? candidates[0] ?? (routes.length === 0 ? '' : undefined);
  return { value, origin: 'detected' };
}

/** The guards that somebody passes on the way to a page. */
function guardsOf(project: Project, path: string): GuardFact[] {
  return chainOf(project, path).flatMap((route) => appGuards(project, route));
}

/** A guard that was read, and sends strangers to the sign-in, outweighs the name of a page. */
function sendsTo({ framework }: Project, guard: GuardFact, login: string): boolean {
  return guard.sendsTo.some((to) => landingOf(framework.routes, to) === login);
}

function isShown({ framework }: Project, path: string): boolean {
  return (
    isPlain(path) &&
    pageRoutes(framework.routes).some((route) => matches(route.path, landingOf(framework.routes, path)))
  );
}

/** The likeliest first; pages at the top before those below. */
function likelyHomes(routes: readonly RouteFact[]): string[] {
  const start = routes.find(({ path, redirectTo }) => path === '' && redirectTo !== undefined)?.redirectTo;
  const top = routes.filter((route) => isOwnPage(route) && isOnlyPage(routes, route)).map(({ path }) => path);
  const below = liveRoutes(routes).filter(({ above, route }) => above.length > 0 && isOwnPage(route));
  const pages = [...top, ...below.map(({ route }) => route.path)];
  const starts = start === undefined ? [] : [start.replace(/^\/+/, '')];
  return [...starts, ...pages.filter(isHomeName), ...pages];
}

/** A pathless route around others shows nothing at the path it has. */
function isOwnPage({ path, redirectTo, children, isLazy }: RouteFact): boolean {
  if (redirectTo !== undefined || !isPlain(path)) return false;
  const isAround = path === '' && children !== undefined && children.length > 0 && isLazy !== true;
  return !isAround || liveRoutes(children).some(({ route }) => route.path === path);
}

/** Of several pages with one path, the router shows one or the other: which one a guard belongs to can't be told. */
function isOnlyPage(routes: readonly RouteFact[], { path }: RouteFact): boolean {
  return routes.filter((other) => other.path === path && other.redirectTo === undefined).length === 1;
}

/**
 * The route that shows a path and those around it, the outermost first, as the router would choose: the first that
 * matches all of it, or the start of it where what is below was not read.
 */
export function chainOf({ framework: { routes } }: Project, path: string): readonly RouteFact[] {
  const landing = landingOf(routes, path);
  const pages = liveRoutes(routes).filter(({ route }) => route.redirectTo === undefined);
  const exact = pages.filter(({ route }) => matches(route.path, landing));
  const shown = exact.find(({ route }) => !exact.some(({ above }) => above.includes(route)));
  if (shown !== undefined) return [...shown.above, shown.route];
  const around = pages.filter(({ route }) => startsLike(route.path, landing));
  const [first] = [...around.filter(({ route }) => route.isLazy === true || route.children === undefined), ...around];
  return first === undefined ? [] : [...first.above, first.route];
}
