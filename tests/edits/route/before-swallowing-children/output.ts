export const routes: Routes = [
  { path: 'about', component: AboutPage },
  {
    path: 'login',
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
  {
    path: '',
    component: ShellComponent,
    children: [
      { path: 'home', component: HomePage },
      { path: '**', component: NotFoundPage },
    ],
  },
];
