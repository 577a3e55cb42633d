import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';
import { PATHS } from '@paths-shared/paths';

export const routes: Routes = [
  { path: '', redirectTo: `/${PATHS.home}`, pathMatch: 'full' },
  {
    path: PATHS.account.signIn,
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: PATHS.home,
    canActivate: [authGuard],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
  {
    path: PATHS.account.profile,
    canActivate: [authGuard],
    loadComponent: () => import('./profile.page').then((m) => m.ProfilePage),
  },
];
