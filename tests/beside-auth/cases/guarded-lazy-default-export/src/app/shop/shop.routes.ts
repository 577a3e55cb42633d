import { Routes } from '@angular/router';
import { authGuard } from '../auth.guard';

const routes: Routes = [
  {
    path: '',
    canActivate: [authGuard],
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./shop.page').then((m) => m.ShopPage) },
      { path: 'cart', loadComponent: () => import('./cart.page').then((m) => m.CartPage) },
    ],
  },
];
export default routes;
