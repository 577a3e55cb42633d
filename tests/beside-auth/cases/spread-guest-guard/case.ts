import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'Guards as AngularFire has them, on the sign-in page as well.',
  review: 'F1, F6c',
  aliases: { '@angular/fire/auth-guard': 'src/app/fire/auth-guard.ts' },
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  hasGuestGuard: true,
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/wall/9', page: 'WallPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'wall/:id'] },
};
