import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The routes are put together of two arrays, and their paths are members of a const enum.',
  review: 'F3',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home'] },
};
