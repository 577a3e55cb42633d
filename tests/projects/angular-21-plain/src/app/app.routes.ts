import { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', redirectTo: 'folder/inbox', pathMatch: 'full' },
  // { path: 'login', component: OldLogin },
  { path: 'folder/inbox', loadComponent: () => import('./inbox').then((m) => m.Inbox) },
  { path: 'folder/:id', loadComponent: () => import('./folder').then((m) => m.Folder) },
  { path: '**', redirectTo: '' }, // last
];
