import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'A lazily loaded routes file is a default export with a parent without a path that carries the guard.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/shop', page: 'ShopPage' },
    { url: '/shop/cart', page: 'CartPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'shop'] },
};
