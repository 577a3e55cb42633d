export const routes: Routes = [
  {path: 'home',  loadComponent: () => import('./pages/home/home.page').then((m) => m.HomePage), data: {tab: 1}},
  { path: 'about', component: AboutPage },
];
