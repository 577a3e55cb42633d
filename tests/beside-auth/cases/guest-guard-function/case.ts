import type { AuthApp } from '../../auth-app.ts';

export const app: AuthApp = {
  about:
    'Tabs behind a guard that asks localStorage, and a sign-in page with a guest guard that sends people who are signed in to the tabs.',
  review: 'F1',
  ownSession: { t: 'own-token' },
  signIn: { url: '/login', page: 'LoginPage' },
  home: { url: '/tabs', page: 'TabsPage' },
  hasGuestGuard: true,
  guarded: [{ url: '/tabs', page: 'TabsPage' }],
  signsInWith: "localStorage.setItem('t', 'own-token');",
  exitCode: 6,
  found: { loginPage: 'existing', loginPath: 'login', homePath: 'tabs', guardedRoutes: ['tabs'] },
};
