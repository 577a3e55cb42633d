import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The sign-in page stands in a lazily loaded routes file behind a guest guard.',
  review: 'F1, F5',
  ownSession: { token: 'own-token' },
  signIn: { url: '/auth/sign-in', page: 'SignInPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'auth/sign-in', homePath: 'home', guardedRoutes: ['home'] },
};
