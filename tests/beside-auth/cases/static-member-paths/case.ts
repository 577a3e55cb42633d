import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'Paths are static members of a class, one of them joined of two.',
  review: 'F3',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/home/journal', page: 'JournalPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'home/journal'] },
};
