import { authGuard } from './identity/auth.guard';

const behindLogin = { canActivate: [loginGuard], data: { roles: ['user'] } };

export const routes: Routes = [
  {
    ...behindLogin,
    path: 'home',
    canActivate: [...behindLogin.canActivate, authGuard],
    component: HomePage,
  },
];
