import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';
import { AppPaths } from './routes.const';

export const routes: Routes = [
  { path: '', redirectTo: AppPaths.home, pathMatch: 'full' },
  {
    path: AppPaths.login,
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: AppPaths.home,
    pathMatch: 'full',
    canActivate: [authGuard],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
  {
    path: AppPaths.journal,
    canActivate: [authGuard],
    loadComponent: () => import('./journal.page').then((m) => m.JournalPage),
  },
];
