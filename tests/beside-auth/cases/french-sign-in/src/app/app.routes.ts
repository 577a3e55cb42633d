import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'connexion',
    loadComponent: () => import('./connexion.page').then((m) => m.ConnexionPage),
  },
  {
    path: 'home',
    canActivate: [authGuard],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
];
