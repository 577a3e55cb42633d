export const routes: Routes = [
  { path: 'home', component: HomePage, canActivate: GUARDS.home as CanActivateFn[] },
];
