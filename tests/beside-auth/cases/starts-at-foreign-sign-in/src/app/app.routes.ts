import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'acceso', pathMatch: 'full' },
  {
    path: 'acceso',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'wallet',
    canActivate: [authGuard],
    loadComponent: () => import('./wallet.page').then((m) => m.WalletPage),
  },
  {
    path: 'card/:id',
    canActivate: [authGuard],
    loadComponent: () => import('./card.page').then((m) => m.CardPage),
  },
];
