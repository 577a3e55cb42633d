import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The guard is made by a factory with a role. A page without a guard stays open.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/team', page: 'TeamPage' },
  ],
  open: [{ url: '/news', page: 'NewsPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'team'] },
};
