const authGuard = () => true;

export const routes = [
  { path: 'home', component: HomePage, canActivate: [authGuard] },
];
