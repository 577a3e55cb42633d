import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about:
    'An NgModule app of the older kind: class guards, a BehaviorSubject in the service, feature modules of one ' +
    'page. The sign-in page has a guest guard.',
  review: 'F1',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/profile', page: 'ProfilePage' },
  ],
  signsInWith: "this.auth.login('ada');",
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'profile'] },
};
