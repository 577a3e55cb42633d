import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'register',
    loadComponent: () => import('./register.page').then((m) => m.RegisterPage),
  },
  {
    path: 'start',
    loadComponent: () => import('./start.page').then((m) => m.StartPage),
  },
  {
    path: 'home',
    canActivate: [authGuard],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
];
