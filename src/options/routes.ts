import type { Project, RouteFact } from '../types.ts';

/** Pages for people who are not signed in: a guard on them would lock everybody out. */
const forStrangers =
  /^(.*\/)?(log-?in|sign-?in|sign-?up|register|registration|reset|reset-password|forgot-password|auth)(\/.*)?$/i;

export function isForStrangers(path: string): boolean {
  return forStrangers.test(path);
}

/** Where the app starts: the target of the `''` redirect, else its first static route. */
export function findHomePath({ framework }: Project): string {
  const redirect = framework.routes.find(({ path, redirectTo }) => path === '' && redirectTo !== undefined);
  if (redirect?.redirectTo !== undefined) return withoutSlash(redirect.redirectTo);
  return framework.routes.find(isStatic)?.path ?? '';
}

/** The route that shows a path, as the router would choose: the first that matches all of it, or the start of it. */
export function routeFor({ framework }: Project, path: string): RouteFact | undefined {
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
