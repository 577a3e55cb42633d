import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
  {
    path: 'shop',
    children: [
      { path: PATHS.cart, component: CartPage, canActivate: [loginGuard, authGuard] },
      { path: '', component: ShopPage },
    ],
  },
];
