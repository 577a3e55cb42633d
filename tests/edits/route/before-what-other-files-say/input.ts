import { AREAS, ANY } from './areas';

export const routes = [
  { path: AREAS.shop, component: ShopPage },
  { path: `${AREAS.shop}/:id`, component: ShopPage },
  { path: ANY, component: NotFoundPage },
];
