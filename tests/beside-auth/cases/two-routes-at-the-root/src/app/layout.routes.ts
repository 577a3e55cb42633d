import { Routes } from '@angular/router';

export const layoutRoutes: Routes = [
  { path: 'home', loadComponent: () => import('./home.page').then((m) => m.HomePage) },
  { path: 'cards', loadComponent: () => import('./cards.page').then((m) => m.CardsPage) },
];
