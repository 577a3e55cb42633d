import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'login', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'diary',
    canActivate: [authGuard],
    loadComponent: () => import('./diary.page').then((m) => m.DiaryPage),
  },
  { path: '**', redirectTo: 'login' },
];
