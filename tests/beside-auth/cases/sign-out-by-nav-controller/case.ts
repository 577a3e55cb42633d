import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The app signs out with NavController, and wrong addresses lead home.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/news', page: 'NewsPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'news'] },
};
