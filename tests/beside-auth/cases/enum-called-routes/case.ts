import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'An enum of addresses has the name of the router’s type, and the guard navigates to its members.',
  review: 'F3',
  ownSession: { token: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/todos', page: 'TodosPage' },
  guarded: [{ url: '/todos', page: 'TodosPage' }],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'todos', guardedRoutes: ['todos'] },
};
