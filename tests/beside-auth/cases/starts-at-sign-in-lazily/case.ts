import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The root is loaded lazily, and a child of it redirects to the sign-in page.',
  review: 'F9',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/notes', page: 'NotesPage' },
  startsAtSignIn: true,
  guarded: [{ url: '/notes', page: 'NotesPage' }],
  open: [{ url: '/about', page: 'AboutPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'notes', guardedRoutes: ['notes'] },
};
