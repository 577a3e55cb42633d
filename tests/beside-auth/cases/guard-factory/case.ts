import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The guard is made by a factory that is called in each route.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/billing', page: 'BillingPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'billing'] },
};
