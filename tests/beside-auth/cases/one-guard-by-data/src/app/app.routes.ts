import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'login',
    canMatch: [authGuard],
    data: { user: false },
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'home',
    canMatch: [authGuard],
    data: { user: true },
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
  {
    path: 'trades/:id',
    canMatch: [authGuard],
    data: { user: true },
    loadComponent: () => import('./trades.page').then((m) => m.TradesPage),
  },
  {
    path: 'search',
    loadComponent: () => import('./search.page').then((m) => m.SearchPage),
  },
];
