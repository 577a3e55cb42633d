import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'home',
    canActivate: [authGuard],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
  {
    path: 'settings',
    canActivateChild: [authGuard],
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./settings.page').then((m) => m.SettingsPage) },
      { path: 'profile', loadComponent: () => import('./profile.page').then((m) => m.ProfilePage) },
    ],
  },
];
