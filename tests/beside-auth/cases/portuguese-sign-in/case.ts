import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The sign-in page is called entrar, and the guard goes there with NavController.',
  review: 'F5',
  ownSession: { token: 'own-token' },
  signIn: { url: '/entrar', page: 'EntrarPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [{ url: '/home', page: 'HomePage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'entrar', homePath: 'home', guardedRoutes: ['home'] },
};
