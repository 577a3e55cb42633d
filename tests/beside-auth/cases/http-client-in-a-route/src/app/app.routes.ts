import { Routes } from '@angular/router';
import { provideHttpClient } from '@angular/common/http';
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
    path: 'reports',
    canActivate: [authGuard],
    providers: [provideHttpClient()],
    loadComponent: () => import('./reports.page').then((m) => m.ReportsPage),
  },
];
