import { Routes } from '@angular/router';

export default [
  { path: 'home', component: HomePage },
] satisfies Routes;
