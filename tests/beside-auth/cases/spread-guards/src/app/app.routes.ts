import { Routes } from '@angular/router';
import { canActivate, redirectUnauthorizedTo } from '@angular/fire/compat/auth-guard';

const toLogin = () => redirectUnauthorizedTo(['login']);

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'home',
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
    ...canActivate(toLogin),
  },
  {
    path: 'wall/:id',
    loadComponent: () => import('./wall.page').then((m) => m.WallPage),
    ...canActivate(toLogin),
  },
];
