import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'An NgModule app whose lazy modules carry a class guard as canLoad and as canActivate.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/files', page: 'FilesPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'files'] },
};
