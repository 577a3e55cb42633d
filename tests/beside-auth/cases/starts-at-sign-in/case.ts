import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The app opens at its sign-in page, which has no guard; wrong addresses lead there, too.',
  review: 'F9',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/diary', page: 'DiaryPage' },
  startsAtSignIn: true,
  guarded: [{ url: '/diary', page: 'DiaryPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'diary', guardedRoutes: ['diary'] },
};
