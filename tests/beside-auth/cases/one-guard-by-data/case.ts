import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about:
    'One canMatch guard stands on both sides; the data of the route say whether it wants somebody who is signed in.',
  review: 'F1, F2',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/trades/4', page: 'TradesPage' },
  ],
  open: [{ url: '/search', page: 'SearchPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'trades/:id'] },
};
