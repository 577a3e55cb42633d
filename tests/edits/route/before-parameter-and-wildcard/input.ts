import { Routes } from '@angular/router';
import { HomePage } from './home.page';

export const routes: Routes = [
  { path: 'home', component: HomePage },
  { path: 'users/:id', component: HomePage },
  // a user's page
  { path: ':id', component: HomePage },
  { path: '**', redirectTo: 'home' }, // the rest
];
