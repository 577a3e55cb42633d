import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'Routes of one line each, one of them with two parameters.',
  review: 'F12',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/user/1/post/2', page: 'PostPage' },
  ],
  exitCode: 6,
  found: {
    loginPage: 'existing',
    loginPath: 'login',
    homePath: 'home',
    guardedRoutes: ['home', 'user/:id/post/:post'],
  },
};
