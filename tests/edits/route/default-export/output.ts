import { Routes } from '@angular/router';

export default [
  { path: 'home', component: HomePage },
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
] satisfies Routes;
