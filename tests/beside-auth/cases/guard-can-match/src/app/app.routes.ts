import { Routes } from '@angular/router';
import { signedIn } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'home',
    canMatch: [signedIn],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
  {
    path: 'map',
    canMatch: [signedIn],
    loadComponent: () => import('./map.page').then((m) => m.MapPage),
  },
];
