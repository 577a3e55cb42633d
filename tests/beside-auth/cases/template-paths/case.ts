import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'Paths are template literals of constants.',
  review: 'F3',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/app/overview', page: 'OverviewPage' },
  guarded: [
    { url: '/app/overview', page: 'OverviewPage' },
    { url: '/app/detail/1', page: 'DetailPage' },
  ],
  exitCode: 6,
  found: {
    loginPage: 'existing',
    loginPath: 'login',
    homePath: 'app/overview',
    guardedRoutes: ['app/overview', 'app/detail/:id'],
  },
};
