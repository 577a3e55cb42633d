import { resumeGuard } from './identity/auth.guard';

export const routes: Routes = [
  { path: 'home', component: HomePage },
  { path: 'about', component: AboutPage },
  {
    path: 'login',
    title: 'Sign in',
    canActivate: [resumeGuard],
    loadComponent: () => import('./identity/login/login.page').then((m) => m.LoginPage),
  },
];
