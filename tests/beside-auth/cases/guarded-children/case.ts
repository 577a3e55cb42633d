import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The tabs are open, and two of the three pages below them are guarded, each by itself.',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/tabs/notes', page: 'NotesPage' },
  guarded: [
    { url: '/tabs/notes', page: 'NotesPage' },
    { url: '/tabs/notes/3', page: 'NotePage' },
  ],
  open: [{ url: '/tabs/help', page: 'HelpPage' }],
  exitCode: 6,
  found: {
    loginPage: 'existing',
    loginPath: 'login',
    homePath: 'tabs/notes',
    guardedRoutes: ['tabs/notes', 'tabs/notes/:id'],
  },
};
