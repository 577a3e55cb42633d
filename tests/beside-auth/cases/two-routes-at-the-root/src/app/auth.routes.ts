import { Routes } from '@angular/router';

export const authRoutes: Routes = [
  {
    path: '',
    children: [{ path: 'login', loadComponent: () => import('./login.page').then((m) => m.LoginPage) }],
  },
];
