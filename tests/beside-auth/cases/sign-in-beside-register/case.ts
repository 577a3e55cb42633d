import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'A registration page stands before the sign-in page, which is called start.',
  review: 'F5',
  ownSession: { token: 'own-token' },
  signIn: { url: '/start', page: 'StartPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  open: [{ url: '/register', page: 'RegisterPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'start', homePath: 'home', guardedRoutes: ['home'] },
};
