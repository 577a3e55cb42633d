import { Routes } from '@angular/router';
import { AuthenticationGuard } from './authentication.guard';

export const routes: Routes = [
  { path: '', redirectTo: 'todos', pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: 'todos',
    canActivate: [AuthenticationGuard],
    loadComponent: () => import('./todos.page').then((m) => m.TodosPage),
  },
];
