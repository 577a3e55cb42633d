import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The sign-in page is the page at the root itself: the guard sends to “/”.',
  review: 'F5, F9',
  ownSession: { token: 'own-token' },
  signIn: { url: '/', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  startsAtSignIn: true,
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/settings', page: 'SettingsPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: '', homePath: 'home', guardedRoutes: ['home', 'settings'] },
};
