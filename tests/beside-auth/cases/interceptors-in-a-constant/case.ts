import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The app’s own interceptors are a constant that is given to withInterceptors.',
  review: 'F6b',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home'] },
};
