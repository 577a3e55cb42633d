import { Routes } from '@angular/router';
import { role } from './role.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'home',
    canActivate: [role('member')],
    loadComponent: () => import('./home.page').then((m) => m.HomePage),
  },
  {
    path: 'team',
    canActivate: [role('member')],
    loadComponent: () => import('./team.page').then((m) => m.TeamPage),
  },
  {
    path: 'news',
    loadComponent: () => import('./news.page').then((m) => m.NewsPage),
  },
];
