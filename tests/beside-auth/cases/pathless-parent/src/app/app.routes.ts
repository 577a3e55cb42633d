import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'imprint',
    loadComponent: () => import('./imprint.page').then((m) => m.ImprintPage),
  },
  {
    path: '',
    canActivate: [authGuard],
    children: [
      { path: '', redirectTo: 'home', pathMatch: 'full' },
      { path: 'home', loadComponent: () => import('./home.page').then((m) => m.HomePage) },
      { path: 'contacts', loadComponent: () => import('./contacts.page').then((m) => m.ContactsPage) },
      { path: 'contacts/:id', loadComponent: () => import('./contact.page').then((m) => m.ContactPage) },
    ],
  },
];
