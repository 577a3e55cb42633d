import {authGuard} from './identity/auth.guard';

export const routes: Routes = [
  {path: 'home', canActivate: [authGuard],  loadComponent: () => import('./pages/home/home.page').then((m) => m.HomePage), data: {tab: 1}},
  { path: 'about', component: AboutPage },
];
