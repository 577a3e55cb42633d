import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'A parent without a path carries the guard for the three pages below it.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/contacts', page: 'ContactsPage' },
    { url: '/contacts/2', page: 'ContactPage' },
  ],
  open: [{ url: '/imprint', page: 'ImprintPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: [''] },
};
