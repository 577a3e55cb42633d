import { Routes } from '@angular/router';
import { HomePage } from './home.page';
import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
  { path: 'home', canActivate: [authGuard], component: HomePage }, // start
  { path: '**', redirectTo: 'home' },
];
