import { Routes } from '@angular/router';
import { HomePage } from './home.page';

export const routes: Routes = [
  { path: 'home', component: HomePage },
  { path: 'users/:id', component: HomePage },
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
  // a user's page
  { path: ':id', component: HomePage },
  { path: '**', redirectTo: 'home' }, // the rest
];
