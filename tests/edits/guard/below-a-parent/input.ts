export const routes: Routes = [
  {
    path: 'shop',
    children: [
      { path: PATHS.cart, component: CartPage, canActivate: [loginGuard] },
      { path: '', component: ShopPage },
    ],
  },
];
