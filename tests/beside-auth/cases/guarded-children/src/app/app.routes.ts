import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'tabs/notes', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'tabs',
    loadComponent: () => import('./tabs.page').then((m) => m.TabsPage),
    children: [
      { path: 'notes', canActivate: [authGuard], loadComponent: () => import('./notes.page').then((m) => m.NotesPage) },
      { path: 'notes/:id', canActivate: [authGuard], loadComponent: () => import('./note.page').then((m) => m.NotePage) },
      { path: 'help', loadComponent: () => import('./help.page').then((m) => m.HelpPage) },
    ],
  },
];
