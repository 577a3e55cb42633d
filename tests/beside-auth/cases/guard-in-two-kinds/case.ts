import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The same guard stands as canActivate on home, and as canActivateChild on a parent without a page.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/settings', page: 'SettingsPage' },
    { url: '/settings/profile', page: 'ProfilePage' },
  ],
  // Of the guards of one route those for its children are asked last.
  askedFirst: ['/settings', '/settings/profile'],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'settings'] },
};
