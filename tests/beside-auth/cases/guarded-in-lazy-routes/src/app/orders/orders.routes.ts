import { Routes } from '@angular/router';
import { authGuard } from '../auth.guard';

export const ordersRoutes: Routes = [
  { path: '', canActivate: [authGuard], loadComponent: () => import('./orders.page').then((m) => m.OrdersPage) },
  { path: 'terms', loadComponent: () => import('./terms.page').then((m) => m.TermsPage) },
  { path: ':id', canActivate: [authGuard], loadComponent: () => import('./order.page').then((m) => m.OrderPage) },
];
