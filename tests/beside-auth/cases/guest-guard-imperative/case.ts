import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The guest guard navigates itself and returns false, as guards did before URL trees.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home'] },
};
