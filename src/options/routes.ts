import type { Project, RouteFact, Splice } from '../types.ts';
import type { DefaultContext, Fallback } from './option.ts';

/** Pages for people who are not signed in: a guard on them would lock everybody out. */
const forStrangers =
  /^(.*\/)?(log-?in|sign-?in|sign-?up|register|registration|reset|reset-?password|forgot-?password|auth)(\/.*)?$/i;

/** What newcomers see before there is anything to sign in to. */
const forNewcomers = /^(tutorial|intro|introduction|onboarding|welcome|landing|splash|start|starter)(\/.*)?$/i;

/** What apps call the page behind those, the most telling first. */
const homeNames = ['home', 'tabs', 'app', 'main', 'dashboard', 'menu'];

export function isForStrangers(path: string): boolean {
  return forStrangers.test(path);
}

/** Whether the app's routes were found: where they weren't, nothing can be said about a path. */
export function areRoutesKnown({ framework }: Project): boolean {
  return !('reason' in framework.wiring.routes);
}

/** Whether a path belongs to a route of the app that an earlier run did not write. */
export function isTaken(project: Project, path: string): boolean {
  return project.framework.routes.some((route) => route.path === path) && !isOurs(project, path);
}

/** A route we wrote is an insertion in the state; where the state was lost, a configuration says that there was one. */
function isOurs({ setup }: Project, path: string): boolean {
  if (setup.state === undefined) return setup.configText !== undefined;
  const files = Object.values(setup.state.files);
  const splices = files.flatMap((file) => (file.owner === 'app' ? file.splices : []));
  const literals = [`'${path}'`, `"${path}"`, `\`${path}\``];
  return splices.some((splice) => literals.some((literal) => isIn(splice, literal)));
}

/** An insertion may begin inside a text of the same form: `{ path: '|login', … }, { path: '|' }`. */
function isIn({ left = '', insert, right = '' }: Splice, literal: string): boolean {
  const whole = left + insert + right;
  const end = left.length + insert.length;
  for (let at = whole.indexOf(literal); at !== -1; at = whole.indexOf(literal, at + 1))
    if (at < end && at + literal.length > left.length) return true;
  return false;
}

/** An app with a login page keeps it. */
export function findLoginPage({ project, given }: DefaultContext): Fallback<'generate' | 'existing'> {
  return { value: isTaken(project, given.loginPath ?? 'login') ? 'existing' : 'generate', origin: 'detected' };
}

/** Beside the app's own routes: none of them is taken over. */
export function findUnlockPath({ project }: DefaultContext): Fallback<string> {
  const free = ['unlock', 'vault-unlock', 'identity-unlock'].find((path) => !isTaken(project, path));
  return { value: free, origin: 'detected' };
}

/**
 * Where the app starts: the target of the `''` redirect, else its first static route; never a page for strangers.
 * None where the app has no other page. Behind a start for newcomers, only a page that is called so is known to be home.
 */
export function findHomePath({ project, given }: DefaultContext): Fallback<string> {
  const { routes } = project.framework;
  const isPage = (path: string): boolean =>
    !isForStrangers(path) && path !== given.loginPath && path !== (given.unlockPath ?? 'unlock');
  const start = routes.find(({ path, redirectTo }) => path === '' && redirectTo !== undefined)?.redirectTo;
  const pages = routes.filter(isStatic).map(({ path }) => path);
  if (start !== undefined && forNewcomers.test(withoutSlash(start)))
    return { value: homeNames.find((name) => pages.includes(name)) ?? '', origin: 'detected' };
  const candidates = [...(start === undefined ? [] : [withoutSlash(start)]), ...pages];
  const found = candidates.filter(isPage);
  const home = found.find((path) => !forNewcomers.test(path)) ?? found[0];
  return { value: home ?? (routes.length === 0 ? '' : undefined), origin: 'detected' };
}

/** The route users come to, and no more: a guard in the wrong place locks people out. */
export function findGuardedRoutes(context: DefaultContext): Fallback<readonly string[]> {
  const { project, given } = context;
  const home = given.homePath ?? findHomePath(context).value;
  const route = home === undefined ? undefined : routeFor(project, home);
  if (route === undefined || isForStrangers(route.path) || route.path === given.loginPath)
    return { value: [], origin: 'detected' };
  // Which of several routes of one path a guard belongs to is for a person to say.
  const same = project.framework.routes.filter(
    ({ path, redirectTo }) => path === route.path && redirectTo === undefined,
  );
  return { value: same.length > 1 ? [] : [route.path], origin: 'detected' };
}

/** The route that shows a path, as the router would choose: the first that matches all of it, or the start of it. */
function routeFor({ framework }: Project, path: string): RouteFact | undefined {
  const pages = framework.routes.filter(({ redirectTo }) => redirectTo === undefined);
  return pages.find((route) => matches(route.path, path)) ?? pages.find((route) => startsLike(route.path, path));
}

function isStatic({ path, redirectTo }: RouteFact): boolean {
  return redirectTo === undefined && !path.includes(':') && !path.includes('*');
}

function matches(pattern: string, path: string): boolean {
  return pattern.split('/').length === path.split('/').length && startsLike(pattern, path);
}

function startsLike(pattern: string, path: string): boolean {
  if (pattern === '**') return false;
  const parts = path.split('/');
  return pattern === '' || pattern.split('/').every((part, index) => part.startsWith(':') || part === parts[index]);
}

const withoutSlash = (path: string): string => path.replace(/^\/+/, '');
