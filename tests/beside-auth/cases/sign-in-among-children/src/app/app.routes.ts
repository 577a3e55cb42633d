import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'account',
    children: [
      { path: 'sign-in', loadComponent: () => import('./login.page').then((m) => m.LoginPage) },
      { path: 'reset', loadComponent: () => import('./reset.page').then((m) => m.ResetPage) },
    ],
  },
  {
    path: 'home',
    canActivate: [authGuard],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
];
