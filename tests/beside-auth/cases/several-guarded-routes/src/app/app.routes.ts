import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'tabs', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'tabs',
    canActivate: [authGuard],
    loadComponent: () => import('./tabs.page').then((m) => m.TabsPage),
  },
  {
    path: 'chat/:id',
    canActivate: [authGuard],
    loadComponent: () => import('./chat.page').then((m) => m.ChatPage),
  },
  {
    path: 'orders',
    canActivate: [authGuard],
    loadComponent: () => import('./orders.page').then((m) => m.OrdersPage),
  },
  {
    path: 'about',
    loadComponent: () => import('./about.page').then((m) => m.AboutPage),
  },
];
