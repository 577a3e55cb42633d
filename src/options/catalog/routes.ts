import { choice, list, text } from '../kinds.ts';
import { always, option } from '../option.ts';
import { findHomePath, isForStrangers, routeFor } from '../routes.ts';

const segment = String.raw`[A-Za-z0-9_~.@-]+`;
const path = text({
  what: 'a path without parameters, like account/login',
  pattern: new RegExp(`^${segment}(/${segment})*$`),
  placeholder: '<path>',
});
const anyPath = text({
  what: 'a path as the app’s routes have it',
  pattern: /^[^\s'"`\\*?#]*$/,
  placeholder: '<path>',
});

/** Pages, their paths, and what is guarded. */
export const routeOptions = [
  option('loginPage', {
    kind: choice(['generate', 'existing']),
    group: 'routes',
    ask: 'more',
    help: 'Where users sign in',
    consequence: 'The guard sends users who are not signed in there.',
    choices: {
      generate: 'A login page is generated.',
      existing: 'The app’s own page at the login path; it then calls login(session).',
    },
    fallback: ({ project, given }) => {
      const wanted = given.loginPath ?? 'login';
      const exists = project.framework.routes.some((route) => route.path === wanted);
      return { value: exists ? 'existing' : 'generate', origin: 'detected' };
    },
  }),
] as const;

/** Paths come after the names in the configuration file. */
export const pathOptions = [
  option('loginPath', {
    kind: path,
    group: 'routes',
    ask: 'more',
    help: 'Path of the login page',
    consequence: 'Users who are not signed in are sent there.',
    fallback: always('login'),
  }),
  option('unlockPath', {
    kind: path,
    group: 'routes',
    ask: 'more',
    help: 'Path of the unlock page',
    consequence: 'Users whose session is locked are sent there.',
    fallback: always('unlock'),
  }),
  option('homePath', {
    kind: anyPath,
    group: 'routes',
    ask: 'more',
    help: 'Path users come to after signing in',
    consequence: 'Used when there is no page to come back to.',
    fallback: ({ project }) => ({ value: findHomePath(project), origin: 'detected' }),
  }),
  option('guardedRoutes', {
    kind: list(anyPath),
    group: 'routes',
    ask: 'first',
    help: 'Routes that need a signed-in user',
    consequence: 'Routes that are not named stay open to everybody.',
    fallback: ({ project, given }) => {
      const home = given.homePath ?? findHomePath(project);
      const route = routeFor(project, home);
      const isOpen = route === undefined || isForStrangers(route.path) || route.path === given.loginPath;
      return { value: isOpen ? [] : [route.path], origin: 'detected' };
    },
  }),
] as const;
