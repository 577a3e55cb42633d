import { Routes } from '@angular/router';

import { Paths } from '../paths';
import { guestGuard } from './auth.guards';

export const authRoutes: Routes = [
  { path: '', redirectTo: Paths.SignIn, pathMatch: 'full' },
  {
    path: Paths.SignIn,
    canActivate: [guestGuard],
    loadComponent: () => import('./sign-in.page').then((m) => m.SignInPage),
  },
];
