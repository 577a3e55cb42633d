import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The app keeps its user in an observable, and both guards map it.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/feed', page: 'FeedPage' },
  hasGuestGuard: true,
  guarded: [{ url: '/feed', page: 'FeedPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'feed', guardedRoutes: ['feed'] },
};
