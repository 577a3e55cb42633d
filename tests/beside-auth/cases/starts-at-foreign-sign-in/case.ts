import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about: 'The app opens at its sign-in page, which is called acceso.',
  review: 'F5, F9',
  ownSession: { token: 'own-token' },
  signIn: { url: '/acceso', page: 'LoginPage' },
  home: { url: '/wallet', page: 'WalletPage' },
  startsAtSignIn: true,
  guarded: [
    { url: '/wallet', page: 'WalletPage' },
    { url: '/card/3', page: 'CardPage' },
  ],
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'acceso', homePath: 'wallet', guardedRoutes: ['wallet', 'card/:id'] },
};
