import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'Paths are members of a const object, nested, and imported through an alias.',
  review: 'F3',
  ownSession: { token: 'own-token' },
  aliases: { '@paths-shared/*': 'src/app/shared/*' },
  signIn: { url: '/sign-in', page: 'LoginPage' },
  home: { url: '/home', page: 'HomePage' },
  guarded: [
    { url: '/home', page: 'HomePage' },
    { url: '/profile', page: 'ProfilePage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'sign-in', homePath: 'home', guardedRoutes: ['home', 'profile'] },
};
