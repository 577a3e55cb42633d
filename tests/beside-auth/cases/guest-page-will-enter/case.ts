import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The sign-in page has no guard. Every time Ionic shows it, it goes on to the home page if there is a session.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home'] },
};
