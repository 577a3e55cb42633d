import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about:
    'An NgModule app whose sign-in page anmelden is a lazily loaded module; the guard navigates by the names of an ' +
    'enum.',
  review: 'F3, F5',
  ownSession: { token: 'own-token' },
  signIn: { url: '/anmelden', page: 'AnmeldenPage' },
  home: { url: '/start', page: 'StartPage' },
  guarded: [{ url: '/start', page: 'StartPage' }],
  signInButton: 'Anmelden',
  signOutButton: 'Abmelden',
  signsInWith: "this.sitzung.anmelden('ada');",
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'anmelden', homePath: 'start', guardedRoutes: ['start'] },
};
