import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'Both guards of the app return a RedirectCommand.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/dashboard', page: 'DashboardPage' },
  hasGuestGuard: true,
  guarded: [{ url: '/dashboard', page: 'DashboardPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'dashboard', guardedRoutes: ['dashboard'] },
};
