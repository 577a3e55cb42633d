import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'Three pages are behind the same guard, one of them with a parameter; one is open.',
  review: 'F2',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/tabs', page: 'TabsPage' },
  guarded: [
    { url: '/tabs', page: 'TabsPage' },
    { url: '/chat/5', page: 'ChatPage' },
    { url: '/orders', page: 'OrdersPage' },
  ],
  open: [{ url: '/about', page: 'AboutPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'tabs', guardedRoutes: ['tabs', 'chat/:id', 'orders'] },
};
