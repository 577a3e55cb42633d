import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The sign-in page is called connexion, and only the guard knows it.',
  review: 'F5',
  ownSession: { token: 'own-token' },
  signIn: { url: '/connexion', page: 'ConnexionPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'connexion', homePath: 'home', guardedRoutes: ['home'] },
};
