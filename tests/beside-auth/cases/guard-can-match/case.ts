import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The pages are behind a canMatch guard that remembers the way in a query parameter.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/map', page: 'MapPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'map'] },
};
