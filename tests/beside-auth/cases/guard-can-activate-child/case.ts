import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The tabs carry the guard as canActivateChild.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/tabs/home', page: 'HomePage' },
  guarded: [
    { url: '/tabs/home', page: 'HomePage' },
    { url: '/tabs/search', page: 'SearchPage' },
  ],
  // Of the guards of one route those for its children are asked last.
  askedFirst: ['/tabs/home', '/tabs/search'],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'tabs/home', guardedRoutes: ['tabs'] },
};
