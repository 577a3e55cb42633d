import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'An app without any authentication: the sign-in page is generated.',
  ownSession: {},
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  hasNoGuard: true,
  exitCode: 0,
  found: { loginPage: 'generate', loginPath: 'login', homePath: 'home', guardedRoutes: ['home'] },
};
