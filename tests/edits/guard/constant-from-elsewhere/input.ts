export const routes = [
  { path: 'home', component: HomePage, canActivate: guards },
];
