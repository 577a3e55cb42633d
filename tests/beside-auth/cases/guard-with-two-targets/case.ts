import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The guard sends strangers to the sign-in page, and some people to another page below it.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/people/bob', page: 'PeoplePage' },
  ],
  open: [{ url: '/login/banned', page: 'BannedPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'people/:name'] },
};
