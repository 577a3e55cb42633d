import type { Action, Seen } from '../page/run.ts';
import type { AuthApp, Screen } from '../auth-app.ts';
import { unlockPage, type State } from './states.ts';

/** Somebody uses the app, in whose code the steps are made. */
export interface Story {
  readonly name: string;
  readonly state: State;
  readonly at: string;
  readonly does: readonly Action[];
  readonly ends: Ending;
}

/** Where a story ends: the page, and which sessions are left. */
export interface Ending {
  readonly page: string;
  readonly isStored: boolean;
  readonly isSignedIn: boolean;
}

const nothing: State = { name: 'no session', isSignedIn: false, vault: 'none' };
const own: State = { name: 'the app’s own session', isSignedIn: true, vault: 'none' };
const locked: State = { name: 'a locked vault', isSignedIn: true, vault: 'locked' };
const both: State = { name: 'both', isSignedIn: true, vault: 'unlocked' };

export function storiesOf(app: AuthApp): readonly Story[] {
  const { home, signIn, signInButton = 'Sign in', signOutButton = 'Sign out' } = app;
  const last = app.guarded.at(-1) ?? home;
  const gone: Ending = { page: signIn.page, isStored: false, isSignedIn: false };
  const goneFrom = ({ url }: Screen): Ending => ({ ...gone, page: isAskedFirst(app, url) ? unlockPage : gone.page });
  const open = (screen: Screen): Action => ({ open: screen.url });
  const stories: (Story | false)[] = [
    { name: 'signs in', state: nothing, at: home.url, does: [{ click: signInButton }], ends: staysIn(home) },
    { name: 'unlocks', state: locked, at: last.url, does: [{ click: 'Unlock' }], ends: staysIn(last) },
    {
      name: 'is locked out and unlocks',
      state: both,
      at: last.url,
      does: [{ call: 'lockOut' }, { click: 'Unlock' }],
      ends: staysIn(last),
    },
    app.hasSignOut !== false && {
      name: 'signs out, and the next person comes',
      state: both,
      at: home.url,
      does: [{ click: signOutButton }, open(last)],
      ends: goneFrom(last),
    },
    {
      name: 'is refused by the server',
      state: both,
      at: last.url,
      does: [{ call: 'expire' }, open(home)],
      ends: goneFrom(home),
    },
    {
      name: 'uses another account',
      state: locked,
      at: last.url,
      does: [{ click: 'Use another account' }, { click: 'Sign out' }],
      ends: gone,
    },
    app.hasGuestGuard === true && {
      name: 'had the app before it had a vault',
      state: own,
      at: home.url,
      does: [{ click: 'Sign in' }],
      ends: gone,
    },
  ];
  return stories.filter((story) => story !== false);
}

function isAskedFirst({ hasNoGuard, askedFirst = [] }: AuthApp, url: string): boolean {
  return hasNoGuard === true || askedFirst.includes(url);
}

function staysIn({ page }: Screen): Ending {
  return { page, isStored: true, isSignedIn: true };
}

export function endingOf(app: AuthApp, { pages, stored, own: kept }: Seen): Ending {
  const isSignedIn = Object.keys(app.ownSession).every((key) => key in kept);
  return { page: pages.at(-1) ?? 'nothing', isStored: stored, isSignedIn };
}
