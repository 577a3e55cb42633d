import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The sign-in page stands in a lazily loaded routes file.',
  review: 'F5',
  ownSession: { token: 'own-token' },
  signIn: { url: '/auth/sign-in', page: 'SignInPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  open: [{ url: '/auth/sign-up', page: 'SignUpPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'auth/sign-in', homePath: 'home', guardedRoutes: ['home'] },
};
