import { boolean, choice, text } from '../kinds.ts';
import { list } from '../lists.ts';
import { always, option } from '../option.ts';
import { findGuardedRoutes } from '../found/guarded.ts';
import { findHomePath } from '../found/home.ts';
import { offerRoutes } from '../found/offered-routes.ts';
import { offerSignIns } from '../found/offered-sign-ins.ts';
import { pathKind, startPathKind, withoutSlashes } from '../path-kinds.ts';
import { findAccountPath, findLoginPage, findLoginPath, findUnlockPath } from '../found/sign-in.ts';

/** A path to go to. */
const pagePath = text({
  what: 'a path of the app without parameters and without a leading slash, like tabs/home',
  pattern: /^(?!\/)[^\s'"`\\*?#,:]*$/,
  placeholder: '<path>',
  tidy: withoutSlashes,
});

/** The path of a route, as its declaration has it. */
const routePath = text({
  what: 'the path of a route as the app declares it, like folder/:id',
  pattern: /^(?!\/)[^\s'"`\\*?#,]*$/,
  placeholder: '<path>',
  tidy: withoutSlashes,
  print: (value) => (value === '' ? '/' : value),
});

/** Pages, their paths, and what is guarded. */
export const routeOptions = [
  option('loginPage', {
    kind: choice(['generate', 'existing']),
    group: 'routes',
    // The question for loginPath settles it, too.
    ask: 'never',
    help: 'Where users sign in',
    consequence: 'The guard sends users who are not signed in there.',
    choices: {
      generate: {
        label: 'A new login page',
        hint: 'generated for you',
        text: 'A login page is generated: user name and password, posted to the first API origin.',
      },
      existing: {
        label: 'A page of the app',
        hint: 'it hands the session to the vault',
        text: 'The app’s own page at the login path; it has to call login(session) after signing in: the run says where.',
      },
    },
    fallback: findLoginPage,
  }),
  option('accountPage', {
    kind: boolean,
    group: 'routes',
    ask: 'more',
    help: 'Generate an account page',
    question: 'Generate an account page: who is signed in, lock now, sign out?',
    consequence:
      'It shows who is signed in and when the vault locks, locks it, signs out, and changes mode and passcode. The guard is before it.',
    fallback: always(false),
  }),
] as const;

/** What the path of the account page depends on. */
interface WithAccountPage {
  readonly accountPage: boolean;
}

/** Paths come after the names in the configuration file. */
export const pathOptions = [
  option('loginPath', {
    kind: startPathKind,
    group: 'routes',
    ask: 'more',
    help: 'Path of the login page',
    consequence: 'Users who are not signed in are sent there.',
    fallback: findLoginPath,
    offers: offerSignIns,
  }),
  option('unlockPath', {
    kind: pathKind,
    group: 'routes',
    ask: 'more',
    help: 'Path of the unlock page',
    consequence: 'Users whose session is locked are sent there.',
    fallback: findUnlockPath,
  }),
  option('accountPath', {
    kind: pathKind,
    group: 'routes',
    ask: 'more',
    help: 'Path of the account page',
    consequence: 'Link it from your app. Without accountPage it means nothing.',
    fallback: findAccountPath,
    relevant: ({ accountPage }: WithAccountPage) => accountPage,
  }),
  option('homePath', {
    kind: pagePath,
    group: 'routes',
    ask: 'more',
    help: 'Path users come to after signing in',
    consequence:
      'Used if there is no page to return to. Detected: a page that the app guards, otherwise its start page; never a welcome page. Empty: the app’s start page.',
    fallback: findHomePath,
  }),
  option('guardedRoutes', {
    kind: list(routePath),
    group: 'routes',
    ask: 'first',
    help: 'Routes that need a signed-in user',
    question: 'Which pages need a signed-in user?',
    consequence: 'All other routes stay open to anyone who has the device.',
    fallback: findGuardedRoutes,
    offers: offerRoutes,
  }),
] as const;
