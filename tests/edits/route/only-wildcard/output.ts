export const routes = [
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
  { path: '**', redirectTo: '' },
];
