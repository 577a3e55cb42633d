import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

const enum Route {
  SignIn = 'login',
  Home = 'home',
}

const members: Routes = [
  {
    path: Route.Home,
    canActivate: [authGuard],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
];

const guests: Routes = [
  {
    path: Route.SignIn,
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
];

export const routes: Routes = [{ path: '', redirectTo: Route.Home, pathMatch: 'full' }, ...members, ...guests];
