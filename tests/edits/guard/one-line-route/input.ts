import { Routes } from '@angular/router';
import { HomePage } from './home.page';

export const routes: Routes = [
  { path: 'home', component: HomePage }, // start
  { path: '**', redirectTo: 'home' },
];
