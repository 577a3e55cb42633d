import { AREAS } from './areas';

const enum Paths {
  Any = '**',
  Home = 'home',
}
const ID = ':id';

export const routes = [
  { path: Paths.Home, component: HomePage },
  { path: `${Paths.Home}/${ID}`, component: HomePage },
  { path: ID, component: ProfilePage },
  { path: AREAS.shop, component: ShopPage },
  { path: Paths.Any, redirectTo: Paths.Home },
];
