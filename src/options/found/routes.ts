import { stringAt } from '../../text/json.ts';
import { canonical, digest } from '../../text/text.ts';
import type { RouteFact } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import type { Splice } from '../../model/splice.ts';
import type { AppPath } from '../../model/tree.ts';
import type { DefaultContext, Fallback } from '../option.ts';
import { findSignIn, isAuthGuard, isForSignedOutUsers, isHomeName, isPublicPage, mayHoldSignIn } from './page-names.ts';

/** Whether a path belongs to a route of the app that an earlier run did not write. */
export function isTaken(project: Project, path: string): boolean {
  return project.framework.routes.some((route) => pathsOf(route).includes(path)) && !isOurs(project, path);
}

/**
 * A route we wrote is an insertion in the state. Where the state was lost, or is rebuilt and has no insertions, the
 * configuration that was applied says that there is one.
 */
function isOurs({ setup }: Project, path: string): boolean {
  const { state, configText = '' } = setup;
  if (state === undefined) return isConfigured(setup, path);
  if (state.config === digest(configText) && isConfigured(setup, path)) return true;
  return insertionsOf(setup, path).length > 0;
}

/** What earlier runs inserted that names a path, and where. */
function insertionsOf(
  { state }: Project['setup'],
  path: string,
): { readonly file: AppPath; readonly insert: string }[] {
  const literals = [`'${path}'`, `"${path}"`, `\`${path}\``];
  return Object.entries(state?.files ?? {}).flatMap(([file, kept]) => {
    const splices = kept.owner === 'app' ? kept.splices : [];
    const named = splices.filter((splice) => literals.some((literal) => isIn(splice, literal)));
    return named.map(({ insert }) => ({ file, insert }));
  });
}

/** An insertion may begin and end inside texts of one form, `{ path: '|login', … }, { path: '|home' }`: only the first is ours. */
function isIn({ left = '', insert, right = '' }: Splice, literal: string): boolean {
  const count = (text: string): number => text.split(literal).length;
  return count(left + insert + right) > count(left + right);
}

/** Is the route with this path one of ours, untouched? It goes with the option that asked for it. */
export function isInserted({ setup, tree }: Project, path: string): boolean {
  return insertionsOf(setup, path).some(({ file, insert }) => canonical(tree.read(file) ?? '').includes(insert));
}

/** Whether a page of the app's own may have this path: one that was read, or one of a module that is loaded lazily. */
export function mayHavePage(project: Project, path: string): boolean {
  if (isInserted(project, path)) return false;
  return project.framework.routes.some(
    (route) => pathsOf(route).includes(path) || (route.isLazy === true && path.startsWith(`${route.path}/`)),
  );
}

/** A route's own path, and those of the pages below it. */
function pathsOf({ path, children = [] }: RouteFact): string[] {
  const pages = children.filter(({ redirectTo }) => redirectTo === undefined);
  return [path, ...pages.flatMap(pathsOf)];
}

/** The app's own login page, whatever it is called. */
export function findLoginPath({ project, given }: DefaultContext): Fallback<string> {
  const pages = project.framework.routes.filter(({ redirectTo }) => redirectTo === undefined);
  const paths = pages.flatMap((route) => pathsOf(route).filter((path) => path !== route.path || isPage(route)));
  const own = given.loginPage === 'generate' ? undefined : findSignIn(paths.filter(isPlain));
  return { value: own === undefined || !isTaken(project, own) ? 'login' : own, origin: 'detected' };
}

/** A route with children shows a page at its own path only where one of them is there. */
function isPage({ path, children, isLazy }: RouteFact): boolean {
  return (
    !mayHoldSignIn(path) || (isLazy !== true && (children?.some((child) => pathsOf(child).includes(path)) ?? true))
  );
}

/** Routes whose pages were not read, and among which the app's sign-in page may be. */
export function unreadSignIns({ framework }: Project): string[] {
  return framework.routes.filter(({ path, isLazy }) => isLazy === true && mayHoldSignIn(path)).map(({ path }) => path);
}

/** Says the configuration that a page of ours has this path? One that a person began to write says nothing of most options. */
function isConfigured({ configText }: Project['setup'], path: string): boolean {
  const config: unknown = JSON.parse(canonical(configText ?? '{}'));
  const isLogin = stringAt(config, 'loginPage') === 'generate' && stringAt(config, 'loginPath') === path;
  return isLogin || stringAt(config, 'unlockPath') === path;
}

/** An app with a login page keeps it. */
export function findLoginPage(context: DefaultContext): Fallback<'generate' | 'existing'> {
  const path = context.given.loginPath ?? findLoginPath(context).value;
  return { value: path !== undefined && isTaken(context.project, path) ? 'existing' : 'generate', origin: 'detected' };
}

/** Beside the app's own routes: none of them is taken over. */
export function findUnlockPath({ project }: DefaultContext): Fallback<string> {
  const free = ['unlock', 'vault-unlock', 'identity-unlock'].find((path) => !isTaken(project, path));
  return { value: free, origin: 'detected' };
}

/**
 * Where users come to: a page the app guards itself, else the target of the `''` redirect, else the page called home or
 * tabs, else the first; never one that is public by its name. None where the app has no other page.
 */
export function findHomePath(context: DefaultContext): Fallback<string> {
  const { project, given } = context;
  const { routes } = project.framework;
  const notHome = [given.loginPath ?? findLoginPath(context).value, given.unlockPath ?? findUnlockPath(context).value];
  const isHome = (path: string): boolean => !isPublicPage(path) && !notHome.includes(path);
  const start = routes.find(({ path, redirectTo }) => path === '' && redirectTo !== undefined)?.redirectTo;
  const pages = routes.filter((route) => isStatic(route) && isOnlyPage(routes, route)).map(({ path }) => path);
  const starts = start === undefined ? [] : [withoutSlash(start)];
  const candidates = [...starts, ...pages.filter(isHomeName), ...pages].filter(isHome);
  const guarded = candidates.find((path) => routeFor(project, path)?.guards.some(({ text }) => isAuthGuard(text)));
  return { value: guarded ?? candidates[0] ?? (routes.length === 0 ? '' : undefined), origin: 'detected' };
}

/** The route users come to, and no more: a guard in the wrong place locks people out. */
export function findGuardedRoutes(context: DefaultContext): Fallback<readonly string[]> {
  const { project, given } = context;
  const home = given.homePath ?? findHomePath(context).value;
  const route = home === undefined ? undefined : routeFor(project, home);
  // Whoever names a page as the home page has said that it isn't public, whatever its name.
  const isPublic = given.homePath === undefined ? isPublicPage : isForSignedOutUsers;
  const isOpen = route === undefined || isPublic(route.path) || route.path === given.loginPath;
  return { value: isOpen ? [] : [route.path], origin: 'detected' };
}

/** Of several pages with one path, the router shows one or the other: which one a guard belongs to can't be told. */
function isOnlyPage(routes: readonly RouteFact[], { path }: RouteFact): boolean {
  return routes.filter((other) => other.path === path && other.redirectTo === undefined).length === 1;
}

/** The route that shows a path, as the router would choose: the first that matches all of it, or the start of it. */
function routeFor({ framework }: Project, path: string): RouteFact | undefined {
  const pages = framework.routes.filter(({ redirectTo }) => redirectTo === undefined);
  return pages.find((route) => matches(route.path, path)) ?? pages.find((route) => startsLike(route.path, path));
}

function isStatic({ path, redirectTo }: RouteFact): boolean {
  return redirectTo === undefined && isPlain(path);
}

function isPlain(path: string): boolean {
  return !path.includes(':') && !path.includes('*');
}

function matches(pattern: string, path: string): boolean {
  if (pattern === '') return path === '';
  return pattern.split('/').length === path.split('/').length && startsLike(pattern, path);
}

function startsLike(pattern: string, path: string): boolean {
  if (pattern === '**') return false;
  const parts = path.split('/');
  return pattern === '' || pattern.split('/').every((part, index) => part.startsWith(':') || part === parts[index]);
}

const withoutSlash = (path: string): string => path.replace(/^\/+/, '');
