import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The guest guard of the sign-in page is a canMatch guard that sends people who are signed in to the feed.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/feed', page: 'FeedPage' },
  hasGuestGuard: true,
  guarded: [{ url: '/feed', page: 'FeedPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'feed', guardedRoutes: ['feed'] },
};
