import { inject } from '@angular/core';
import { Router, Routes } from '@angular/router';

const authGuard = () => !!localStorage.getItem('t') || inject(Router).createUrlTree(['/login']);
const guestGuard = () => !localStorage.getItem('t') || inject(Router).createUrlTree(['/tabs']);

export const routes: Routes = [
  { path: '', redirectTo: 'tabs', pathMatch: 'full' },
  {
    path: 'login',
    canActivate: [guestGuard],
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'tabs',
    canActivate: [authGuard],
    loadComponent: () => import('./tabs.page').then((m) => m.TabsPage),
  },
];
