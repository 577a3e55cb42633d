import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The service of the app knows where strangers go, and the guard asks it.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/visits', page: 'VisitsPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'visits'] },
};
