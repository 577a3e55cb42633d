import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'notes',
    canActivate: [authGuard],
    loadComponent: () => import('./notes.page').then((m) => m.NotesPage),
  },
  {
    path: '',
    loadChildren: () => import('./start/start.routes').then((m) => m.startRoutes),
  },
];
