import { Routes } from '@angular/router';
import { canActivate, redirectLoggedInTo, redirectUnauthorizedTo } from '@angular/fire/auth-guard';

const toLogin = () => redirectUnauthorizedTo(['login']);
const toHome = () => redirectLoggedInTo(['home']);

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
    ...canActivate(toHome),
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
