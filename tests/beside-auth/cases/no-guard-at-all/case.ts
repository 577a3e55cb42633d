import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The app has a sign-in page and no guards: its pages are open to everybody.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  hasNoGuard: true,
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home'] },
};
