import { Routes } from '@angular/router';
import { authGuard } from './auth.guard';
import { APP_AREA, HOME_ROUTE } from './areas';

export const routes: Routes = [
  { path: '', redirectTo: HOME_ROUTE, pathMatch: 'full' },
  {
    path: 'login',
    loadComponent: () => import('./login.page').then((m) => m.LoginPage),
  },
  {
    path: HOME_ROUTE,
    canActivate: [authGuard],
    loadComponent: () => import('./overview.page').then((m) => m.OverviewPage),
  },
  {
    path: `${APP_AREA}/detail/:id`,
    canActivate: [authGuard],
    loadComponent: () => import('./detail.page').then((m) => m.DetailPage),
  },
];
