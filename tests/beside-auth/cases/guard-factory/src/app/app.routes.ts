import { Routes } from '@angular/router';
import { requireAuth } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'home',
    canActivate: [requireAuth()],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
  {
    path: 'billing',
    canActivate: [requireAuth()],
    loadComponent: () => import('./billing.page').then((m) => m.BillingPage),
  },
];
