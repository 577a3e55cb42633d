import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about:
    'The same guest guard stands on the sign-in and on the registration page; two pages are behind the other guard.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/settings', page: 'SettingsPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'settings'] },
};
