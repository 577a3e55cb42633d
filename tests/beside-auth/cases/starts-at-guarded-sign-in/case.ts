import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The app opens at its sign-in page, whose guest guard sends people who are signed in to the tabs.',
  review: 'F1, F9',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/tabs', page: 'TabsPage' },
  hasGuestGuard: true,
  startsAtSignIn: true,
  guarded: [
    { url: '/tabs', page: 'TabsPage' },
    { url: '/settings', page: 'SettingsPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'tabs', guardedRoutes: ['tabs', 'settings'] },
};
