import { AREAS, ANY } from './areas';

export const routes = [
  { path: AREAS.shop, component: ShopPage },
  { path: `${AREAS.shop}/:id`, component: ShopPage },
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
  { path: ANY, component: NotFoundPage },
];
