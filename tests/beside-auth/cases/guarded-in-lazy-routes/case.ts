import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'Two pages of a lazily loaded routes file carry the guard of home; a third page there is open.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/orders', page: 'OrdersPage' },
    { url: '/orders/4', page: 'OrderPage' },
  ],
  open: [{ url: '/orders/terms', page: 'TermsPage' }],
  exitCode: 6,
  found: {
    loginPage: 'existing',
    loginPath: 'login',
    homePath: 'home',
    guardedRoutes: ['home', 'orders', 'orders/:id'],
  },
};
