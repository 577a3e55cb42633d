export const routes: Routes = [
  {
    path: '',
    component: TabsPage,
    children: [
      { path: 'home', component: HomePage },
    ],
  },
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  }
];
