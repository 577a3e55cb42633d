import type { Project } from '../../model/project.ts';
import type { RouteFact } from '../../model/facts.ts';
import type { DefaultContext, Fallback } from '../option.ts';
import { signInByGuards } from './auth-guards.ts';
import { isInserted, isTaken } from './own-routes.ts';
import { findSignIn, isSignIn, isSignInPage, mayHoldSignIn } from './page-names.ts';
import { isPlain, pageRoutes, placedRoutes } from './route-tree.ts';

/** The app's own login page: where its guards send strangers, else the one that is called so. */
export function findLoginPath({ project, given }: DefaultContext): Fallback<string> {
  const own = given.loginPage === 'generate' ? undefined : ownSignIn(project);
  return { value: own === undefined || !isTaken(project, own) ? 'login' : own, origin: 'detected' };
}

/** A welcome page that guards lead to is passed over where there is a page that is called like a sign-in. */
function ownSignIn(project: Project): string | undefined {
  const byGuards = signInByGuards(project);
  if (byGuards !== undefined && isSignIn(byGuards)) return byGuards;
  const pages = pageRoutes(project.framework.routes).filter((route) => isPage(route) && isPlain(route.path));
  const byName = findSignIn(pages.map(({ path }) => path));
  // A page that has the path of the start, or one in another language, has a class with a name.
  const byClass = pages.find(({ path, page }) => isSignInPage(page?.name ?? '') && !isInserted(project, path));
  if (byGuards !== undefined && byGuards === byClass?.path) return byGuards;
  return byName ?? byGuards ?? byClass?.path;
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

/** Beside the app's own routes: none of them is taken over. */
export function findUnlockPath({ project }: DefaultContext): Fallback<string> {
  const free = ['unlock', 'vault-unlock', 'identity-unlock'].find((path) => !isTaken(project, path));
  return { value: free, origin: 'detected' };
}
