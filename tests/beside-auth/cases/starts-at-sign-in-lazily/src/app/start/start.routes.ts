import { Routes } from '@angular/router';

export const startRoutes: Routes = [
  { path: '', redirectTo: '/login', pathMatch: 'full' },
  { path: 'about', loadComponent: () => import('./about.page').then((m) => m.AboutPage) },
];
