import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';
import { Paths } from './paths';

export const routes: Routes = [
  { path: '', redirectTo: Paths.Home, pathMatch: 'full' },
  {
    path: Paths.Login,
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: Paths.Home,
    canActivate: [authGuard],
    loadComponent: () => import('./main.page').then((m) => m.MainPage),
  },
  {
    path: Paths.Card,
    canActivate: [authGuard],
    loadComponent: () => import('./card.page').then((m) => m.CardPage),
  },
];
