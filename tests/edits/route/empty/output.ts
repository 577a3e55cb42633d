import { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
];
