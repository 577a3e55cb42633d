import { fallback } from 'some-pages';

export const routes = [
  { path: 'home', component: HomePage },
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
  { path: fallback.path, component: FallbackPage },
];
