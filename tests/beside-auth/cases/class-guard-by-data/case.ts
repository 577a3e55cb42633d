import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'AngularFire’s guard class stands on the sign-in page and on the pages; what it does is in the data.',
  review: 'F1, F2',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/photos', page: 'PhotosPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'photos'] },
};
