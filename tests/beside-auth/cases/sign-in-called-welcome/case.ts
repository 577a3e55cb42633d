import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The sign-in page is called welcome. The guard sends there, with the wanted address as a query parameter.',
  review: 'F5',
  ownSession: { token: 'own-token' },
  signIn: { url: '/welcome', page: 'WelcomePage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'welcome', homePath: 'home', guardedRoutes: ['home'] },
};
