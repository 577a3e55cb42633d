import type { Project } from '../../model/project.ts';
import type { RouteFact } from '../../model/facts.ts';
import type { DefaultContext, Fallback } from '../option.ts';
import { signInsByGuards } from './auth-guards.ts';
import { isTaken } from './own-routes.ts';
import { findSignIn, isSignIn, isSignInPage, mayHoldSignIn } from './page-names.ts';
import { isPlain, pageRoutes, placedRoutes } from './route-tree.ts';

/** The app's own login page: where its guards send strangers, else the one that is called so. */
export function findLoginPath({ project, given }: DefaultContext): Fallback<string> {
  if (given.loginPage === 'generate') return { value: 'login', origin: 'detected' };
  const own = ownSignIn(project);
  return { value: own ?? 'login', origin: 'detected', isGuess: !isSure(project, own) };
}

/** A welcome page that guards lead to is passed over where there is a page that is called like a sign-in. */
function ownSignIn(project: Project): string | undefined {
  const [byGuards] = signInsByGuards(project).map(({ path }) => path);
  if (byGuards !== undefined && isSignIn(byGuards)) return isTaken(project, byGuards) ? byGuards : undefined;
  const pages = possibleSignIns(project);
  const byName = findSignIn(pages.map(({ path }) => path));
  // A page that has the path of the start, or one in another language, has a class with a name.
  const byClass = pages.find(({ page }) => isSignInPage(page?.name ?? ''));
  if (byGuards !== undefined && byGuards === byClass?.path) return byGuards;
  const own = byName ?? byGuards ?? byClass?.path;
  return own !== undefined && isTaken(project, own) ? own : undefined;
}

/** Pages of the app where users may sign in. */
function possibleSignIns(project: Project): RouteFact[] {
  return pageRoutes(project.framework.routes).filter(
    (route) => isPage(route) && isPlain(route.path) && isTaken(project, route.path),
  );
}

/** Guards that say so, and of one page alone; or an app that was read to its end and has no such page. */
function isSure(project: Project, own: string | undefined): boolean {
  const { areRoutesKnown, unknownPaths } = project.framework;
  const byGuards = signInsByGuards(project).filter(({ isClear }) => isClear);
  if (byGuards.length > 0) return byGuards.length === 1 && byGuards[0]?.path === own;
  const isRead = areRoutesKnown && unknownPaths.length === 0 && unreadSignIns(project).length === 0;
  return isRead && likelySignIns(project).length === 0;
}

/** Pages where users may sign in already, and what says so; the one that is taken unless somebody says otherwise comes first. */
export function likelySignIns(project: Project): { readonly path: string; readonly why: string }[] {
  const byGuards = signInsByGuards(project).map(({ path }) => ({ path, why: 'Guards of the app send users there.' }));
  const called = possibleSignIns(project).filter(({ path, page }) => isSignIn(path) || isSignInPage(page?.name ?? ''));
  const byName = called.map(({ path }) => ({ path, why: 'It is called like a sign-in page.' }));
  const all = [...byGuards, ...byName].filter(
    ({ path }, index, some) => some.findIndex((other) => other.path === path) === index,
  );
  const own = ownSignIn(project);
  return [...all.filter(({ path }) => path === own), ...all.filter(({ path }) => path !== own)];
}

/** A route with children shows a page at its own path only where one of them is there. */
function isPage({ path, children, isLazy }: RouteFact): boolean {
  if (!mayHoldSignIn(path)) return true;
  return isLazy !== true && (children === undefined || pageRoutes(children).some((child) => child.path === path));
}

/** Routes whose pages were not read, and among which the app's sign-in page may be. */
export function unreadSignIns({ framework }: Project): string[] {
  const lazy = placedRoutes(framework.routes).filter(({ route }) => route.isLazy === true);
  return lazy.filter(({ route }) => mayHoldSignIn(route.path)).map(({ route }) => route.path);
}

/** An app with a login page keeps it. */
export function findLoginPage(context: DefaultContext): Fallback<'generate' | 'existing'> {
  const path = context.given.loginPath ?? findLoginPath(context).value;
  return { value: path !== undefined && isTaken(context.project, path) ? 'existing' : 'generate', origin: 'detected' };
}

export function findUnlockPath(context: DefaultContext): Fallback<string> {
  return firstFree(context, ['unlock', 'vault-unlock', 'identity-unlock']);
}

export function findAccountPath(context: DefaultContext): Fallback<string> {
  return firstFree(context, ['account', 'vault-account', 'identity-account']);
}

/** Beside the app's own routes: none of them is taken over. */
function firstFree({ project }: DefaultContext, paths: readonly string[]): Fallback<string> {
  return { value: paths.find((path) => !isTaken(project, path)), origin: 'detected' };
}
