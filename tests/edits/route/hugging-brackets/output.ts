export const routes: Routes = [{
  path: 'home',
  component: HomePage,
}, {
  path: 'login',
  loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
}, {
  path: '**',
  redirectTo: 'home',
}];
