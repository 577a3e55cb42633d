import { canActivate, redirectUnauthorizedTo } from '@angular/fire/auth-guard';

const toLogin = () => redirectUnauthorizedTo(['login']);

export const routes: Routes = [
  { path: 'home', loadComponent: () => import('./home/home.page').then((m) => m.HomePage), ...canActivate(toLogin) },
  { path: 'login', loadComponent: () => import('./login/login.page').then((m) => m.LoginPage) },
];
