import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'One guarded route provides an HttpClient of its own, and a page imports HttpClientModule.',
  review: 'F8, B3',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/reports', page: 'ReportsPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'reports'] },
};
