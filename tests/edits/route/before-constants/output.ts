import { AREAS } from './areas';

const enum Paths {
  Any = '**',
  Home = 'home',
}
const ID = ':id';

export const routes = [
  { path: Paths.Home, component: HomePage },
  { path: `${Paths.Home}/${ID}`, component: HomePage },
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
  { path: ID, component: ProfilePage },
  { path: AREAS.shop, component: ShopPage },
  { path: Paths.Any, redirectTo: Paths.Home },
];
