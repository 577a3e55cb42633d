import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  { path: 'login', loadComponent: () => import('./login.page').then((m) => m.LoginPage) },
  { path: 'home', loadComponent: () => import('./home.page').then((m) => m.HomePage), canActivate: [authGuard] },
  { path: 'user/:id/post/:post', loadComponent: () => import('./post.page').then((m) => m.PostPage), canActivate: [authGuard] },
];
