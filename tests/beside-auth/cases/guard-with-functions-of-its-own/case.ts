import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The guard asks a function of its file where to send strangers.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/jobs', page: 'JobsPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'jobs'] },
};
