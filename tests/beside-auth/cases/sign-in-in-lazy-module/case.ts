import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about:
    'An NgModule app whose sign-in page stands in a lazily loaded module with a routing module of its own; the ' +
    'guard is a class.',
  review: 'F5',
  ownSession: { token: 'own-token' },
  signIn: { url: '/user/log-in', page: 'LogInPage' },
  home: { url: '/tabs/feed', page: 'FeedPage' },
  guarded: [
    { url: '/tabs/feed', page: 'FeedPage' },
    { url: '/tabs/friends', page: 'FriendsPage' },
  ],
  signsInWith: "localStorage.setItem('token', 'own-token');",
  hasSignOut: false,
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'user/log-in', homePath: 'tabs/feed', guardedRoutes: ['tabs'] },
};
