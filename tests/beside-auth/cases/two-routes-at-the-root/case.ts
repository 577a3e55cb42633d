import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about:
    'Two routes have an empty path: the first redirects to the sign-in page, the second is the guarded part of the ' +
    'app.',
  review: 'F1, F5, F9',
  ownSession: { token: 'own-token' },
  signIn: { url: '/auth/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  startsAtSignIn: true,
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/cards', page: 'CardsPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'auth/login', homePath: 'home', guardedRoutes: [''] },
};
