export const routes: Routes = [
  { path: 'home', component: HomePage }, // start
  // { path: 'old', component: OldPage },
  { path: 'about', component: AboutPage }, // keep last
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  }
  // { path: 'login', component: OldLoginPage },
];
