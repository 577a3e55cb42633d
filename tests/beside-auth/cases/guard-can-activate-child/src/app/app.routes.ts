import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'tabs/home', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'tabs',
    canActivateChild: [authGuard],
    loadComponent: () => import('./tabs.page').then((m) => m.TabsPage),
    children: [
      { path: 'home', loadComponent: () => import('./home.page').then((m) => m.HomePage) },
      { path: 'search', loadComponent: () => import('./search.page').then((m) => m.SearchPage) },
    ],
  },
];
