import type { GuardFact, RouteFact } from '../../model/facts.ts';
import type { Project } from '../../model/project.ts';
import {
  isAuthGuard,
  isGuestGuard,
  isHomeName,
  isPublicPage,
  isRefusal,
  isSignIn,
  isSignInPage,
} from './page-names.ts';
import { appGuards, mayHavePage } from './own-routes.ts';
import { isPlain, landingOf, liveRoutes, pageRoutes, routesShowing } from './route-tree.ts';

/** A guard of the app on one of its routes, and the page it sends people to. */
interface Sending {
  readonly guard: GuardFact;
  readonly from: RouteFact;
  readonly to: string;
}

/** A page that guards send strangers to. */
interface LikelyPage {
  readonly path: string;
  /** The name of the page or of the guard says so, too. */
  readonly isClear: boolean;
}

/** What a name that says so weighs at least, at one place: see {@link likelihood}. */
const clear = 5;

/** The pages that the app's own guards send strangers to, the likeliest first; none where no guard says so. */
export function signInsByGuards(project: Project): LikelyPage[] {
  const sendings = sendingsOf(project);
  const scores = new Map<string, number>();
  for (const one of sendings) scores.set(one.to, Math.max(scores.get(one.to) ?? 0, likelihood(one, sendings)));
  const likely = [...scores].filter(([, score]) => score > 0).sort(([, a], [, b]) => b - a);
  return likely.map(([path, score]) => ({ path, isClear: score >= clear }));
}

function sendingsOf(project: Project): Sending[] {
  const { routes } = project.framework;
  return pageRoutes(routes).flatMap((from) =>
    appGuards(project, from).flatMap((guard) =>
      guard.sendsTo
        .map((path) => landingOf(routes, path))
        .filter((to) => isPlain(to) && to !== from.path && mayHavePage(project, to))
        .map((to) => ({ guard, from, to }))
        .filter((sending) => sending.to !== '' || isSignInAtRoot(project, sending)),
    ),
  );
}

/** Guards of all kinds send to the start page: it has to be a page, with a name or a guard that says so. */
function isSignInAtRoot(project: Project, { guard, from }: Sending): boolean {
  const [start] = routesShowing(project.framework.routes, '');
  if (start === undefined || start.children !== undefined || start.isLazy === true) return false;
  if (isSignInPage(start.page?.name ?? '')) return true;
  const isOfStart = appGuards(project, start).some(({ text }) => text === guard.text);
  return isAuthGuard(guard.text) && !isOfStart && !isPublicPage(from.path);
}

/** Whether a guard sends strangers to sign in, by its name, where it stands, and what it leads to. */
function likelihood({ guard, from, to }: Sending, all: readonly Sending[]): number {
  const places = new Set(all.filter((other) => other.guard.id === guard.id && other.to === to).map((one) => one.from));
  const reasons: readonly (readonly [boolean, number])[] = [
    [isSignIn(to), 8],
    [isAuthGuard(guard.text), 4],
    [isGuestGuard(guard.text), -8],
    [isSignIn(from.path), -8],
    [isHomeName(to), -4],
    [isRefusal(to), -8],
    [isPublicPage(to) && !isSignIn(to) && !isAuthGuard(guard.text), -4],
  ];
  return Math.min(3, places.size) + reasons.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), 0);
}

/** Whether a guard of the app keeps strangers out: it sends them to sign in, or is called like that. */
export function keepsStrangersOut(project: Project, { text, sendsTo }: GuardFact, loginPath: string): boolean {
  if (isGuestGuard(text)) return false;
  const targets = sendsTo.map((path) => landingOf(project.framework.routes, path));
  return targets.includes(loginPath) || (isAuthGuard(text) && !targets.some(isHomeName));
}

/** The guards of the sign-in page, and those around it; what stands around pages of all kinds says nothing of it. */
export function signInGuards(project: Project, loginPath: string): readonly GuardFact[] {
  const { routes } = project.framework;
  const pages = routesShowing(routes, loginPath);
  const shown = liveRoutes(routes).filter(({ route }) => pages.includes(route));
  const chain = shown.flatMap(({ route, above }) => [...above.filter(({ path }) => path !== ''), route]);
  return [...new Set(chain)].flatMap((route) => appGuards(project, route));
}

/**
 * Tells the guards that keep strangers out, and do no more than that: what one does elsewhere that stands on the sign-in,
 * too, can't be told.
 */
export function authGuards(project: Project, loginPath: string): (guard: GuardFact) => boolean {
  const pages = routesShowing(project.framework.routes, loginPath);
  const onPage = pages.flatMap((page) => appGuards(project, page));
  const onSignIn = new Set([...onPage, ...guestGuards(project, loginPath)].map(({ id }) => id));
  return (guard) => keepsStrangersOut(project, guard, loginPath) && !onSignIn.has(guard.id);
}

/** Guards on the sign-in page, or around it, that send those away who have signed in; and where to. */
export function guestGuards(
  project: Project,
  loginPath: string,
): readonly (GuardFact & { readonly leadsTo: string })[] {
  const { routes } = project.framework;
  return signInGuards(project, loginPath).flatMap((guard) => {
    const targets = guard.sendsTo.map((path) => ({ path, to: landingOf(routes, path) }));
    const leadsTo = targets.find(({ to }) => to !== loginPath);
    if (leadsTo === undefined) return [];
    // The start page has no name: what it leads to has.
    return [{ ...guard, leadsTo: leadsTo.path === '' ? leadsTo.to : leadsTo.path }];
  });
}
