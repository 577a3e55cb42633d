export const routes = [
  { path: 'login', loadComponent: () => import('./identity/login/login.page').then(({ LoginPage }) => LoginPage) },
];
