import { Routes } from '@angular/router';
import { AutenticadoGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'entrar',
    loadComponent: () => import('./entrar.page').then((m) => m.EntrarPage),
  },
  {
    path: 'home',
    canActivate: [AutenticadoGuard],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
];
