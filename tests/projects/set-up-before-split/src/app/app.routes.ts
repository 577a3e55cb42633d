import { Routes } from '@angular/router';
import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'folder/inbox', pathMatch: 'full' },
  // { path: 'login', component: OldLogin },
  { path: 'folder/inbox', canActivate: [authGuard], loadComponent: () => import('./inbox').then((m) => m.Inbox) },
  { path: 'folder/:id', loadComponent: () => import('./folder').then((m) => m.Folder) },
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
  {
    path: 'unlock',
    loadComponent: () => import('./identity/unlock/unlock.page').then((m) => m.UnlockPage),
  },
  { path: '**', redirectTo: '' }, // last
];
