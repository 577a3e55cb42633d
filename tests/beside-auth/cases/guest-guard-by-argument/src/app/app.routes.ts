import { Routes } from '@angular/router';
import { session } from './session.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'login',
    canActivate: [session('guest')],
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'home',
    canActivate: [session('user')],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
  {
    path: 'orders/:id',
    canActivate: [session('user')],
    loadComponent: () => import('./order.page').then((m) => m.OrderPage),
  },
];
