import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'A standalone app that sets Ionic up with importProvidersFrom(IonicModule.forRoot()).',
  review: 'F14',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home'] },
};
