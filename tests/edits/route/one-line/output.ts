export const routes: Routes = [
  { path: 'home', component: HomePage },
  { path: 'about', component: AboutPage },
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
];
