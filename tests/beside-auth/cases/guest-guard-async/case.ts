import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The guest guard waits for the store before it knows, and so does the guard of the pages.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/inbox', page: 'InboxPage' },
  hasGuestGuard: true,
  guarded: [{ url: '/inbox', page: 'InboxPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'inbox', guardedRoutes: ['inbox'] },
};
