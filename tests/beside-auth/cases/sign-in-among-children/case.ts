import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The sign-in page is a child route written in place.',
  review: 'F5',
  ownSession: { token: 'own-token' },
  signIn: { url: '/account/sign-in', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  open: [{ url: '/account/reset', page: 'ResetPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'account/sign-in', homePath: 'home', guardedRoutes: ['home'] },
};
