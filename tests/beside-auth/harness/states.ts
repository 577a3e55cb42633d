import type { Run } from '../page/run.ts';
import type { AuthApp, Screen } from '../auth-app.ts';

/** Who is there when the app starts. */
export interface State {
  readonly name: string;
  readonly isSignedIn: boolean;
  readonly vault: Run['vault'];
}

export const states: readonly State[] = [
  { name: 'no session', isSignedIn: false, vault: 'none' },
  { name: 'only the app’s own session', isSignedIn: true, vault: 'none' },
  { name: 'a locked vault', isSignedIn: false, vault: 'locked' },
  { name: 'the app’s own session and a locked vault', isSignedIn: true, vault: 'locked' },
  { name: 'an unlocked vault', isSignedIn: false, vault: 'unlocked' },
  { name: 'both', isSignedIn: true, vault: 'unlocked' },
];

/** What an address is, for those who come to it. */
export type Role = 'guarded' | 'sign-in' | 'unlock' | 'open';

export interface Entry extends Screen {
  readonly role: Role;
}

/** Every address that a case is entered at. */
export function entriesOf(app: AuthApp): readonly Entry[] {
  const start: Entry = app.startsAtSignIn
    ? { ...app.signIn, url: '/', role: 'sign-in' }
    : { ...app.home, url: '/', role: 'guarded' };
  return [
    start,
    ...app.guarded.map((screen): Entry => ({ ...screen, role: 'guarded' })),
    { ...app.signIn, role: 'sign-in' },
    { url: '/unlock', page: unlockPage, role: 'unlock' },
    ...(app.open ?? []).map((screen): Entry => ({ ...screen, role: 'open' })),
  ];
}

/** The class of the generated page. */
export const unlockPage = 'UnlockPage';

/** The page that has to be on the screen, whoever comes wherever. */
export function pageFor(app: AuthApp, entry: Entry, { isSignedIn, vault }: State): string {
  if (entry.role === 'open') return entry.page;
  const isGenerated = entry.role === 'unlock' || (entry.role === 'sign-in' && app.found.loginPage === 'generate');
  if (isGenerated) {
    // A generated sign-in page is where somebody signs in for another, who may have locked the vault.
    if (vault !== 'unlocked') return entry.page;
    return pageFor(app, { ...app.home, role: 'guarded' }, { name: '', isSignedIn, vault });
  }
  if (vault === 'locked') return unlockPage;
  const isKept = (isSignedIn || app.hasNoGuard) && vault === 'unlocked';
  if (entry.role === 'guarded' && isKept) return entry.page;
  // Who has the app's own session alone is sent back by a guest guard: the unlock page says that they have to sign in again.
  if (isSignedIn && app.hasGuestGuard) return isKept ? app.home.page : unlockPage;
  return app.signIn.page;
}

export const session = { username: 'ada', token: 'token-of-ada' };

export function runOf(app: AuthApp, entry: Screen, { isSignedIn, vault }: State): Run {
  return { url: entry.url, vault, session, own: isSignedIn ? app.ownSession : {} };
}
