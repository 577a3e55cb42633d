import { Routes } from '@angular/router';

export const AUTH_ROUTES: Routes = [
  { path: '', redirectTo: 'sign-in', pathMatch: 'full' },
  { path: 'sign-in', loadComponent: () => import('./sign-in.page').then((m) => m.SignInPage) },
  { path: 'sign-up', loadComponent: () => import('./sign-up.page').then((m) => m.SignUpPage) },
];
