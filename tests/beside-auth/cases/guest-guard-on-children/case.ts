import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The parent of the sign-in and the registration page has its guest guard as canActivateChild.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/auth/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'auth/login', homePath: 'home', guardedRoutes: ['home'] },
};
