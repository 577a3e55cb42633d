import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The guard comes from a barrel, through an alias of the tsconfig.',
  ownSession: { token: 'own-token' },
  aliases: { '@barrel-core': 'src/app/core/index.ts' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/tasks', page: 'TasksPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'home', guardedRoutes: ['home', 'tasks'] },
};
