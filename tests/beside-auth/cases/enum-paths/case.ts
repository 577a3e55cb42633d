import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'All paths are members of an enum in a file of its own, also that of the sign-in page in the guard.',
  review: 'F3',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/main', page: 'MainPage' },
  guarded: [
    { url: '/main', page: 'MainPage' },
    { url: '/card/8', page: 'CardPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'main', guardedRoutes: ['main', 'card/:id'] },
};
