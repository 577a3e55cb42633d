import { Routes } from '@angular/router';

import { signedInGuard } from './auth/auth.guards';
import { Paths } from './paths';

const detail = () => import('./detail/detail.page').then((m) => m.DetailPage);

export const routes: Routes = [
  { path: '', redirectTo: Paths.Overview, pathMatch: 'full' },
  { path: Paths.Auth, loadChildren: () => import('./auth/auth.routes').then((m) => m.authRoutes) },
  {
    path: Paths.Overview,
    canActivate: [signedInGuard],
    loadComponent: () => import('./overview/overview.page').then((m) => m.OverviewPage),
  },
  { path: Paths.Orders, canActivate: [signedInGuard], loadComponent: detail },
  { path: `${Paths.Chat}/:id`, canActivate: [signedInGuard], loadComponent: detail },
  { path: Paths.Profile, canActivate: [signedInGuard], loadComponent: detail }, // what the user sees of themselves
  { path: Paths.Settings, canActivate: [signedInGuard], loadComponent: detail },
  { path: Paths.About, loadComponent: () => import('./about/about.page').then((m) => m.AboutPage) },
  { path: '**', redirectTo: Paths.Overview },
];
