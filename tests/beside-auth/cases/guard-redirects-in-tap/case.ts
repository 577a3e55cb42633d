import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The guard is an observable that navigates in a tap() and gives false.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/mail', page: 'MailPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'mail'] },
};
