import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'One factory makes the guard of the pages and, with another argument, the guest guard.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/orders/7', page: 'OrderPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'orders/:id'] },
};
