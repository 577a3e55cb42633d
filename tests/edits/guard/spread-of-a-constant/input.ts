const behindLogin = { canActivate: [loginGuard], data: { roles: ['user'] } };

export const routes: Routes = [
  {
    ...behindLogin,
    path: 'home',
    component: HomePage,
  },
];
