import { authGuard } from './identity/auth.guard';

export const routes: Routes = [
  {
    path: 'home',
    component: HomePage,
    canActivate: [loginGuard, termsGuard, permissionGuard('read'), featureGuard('home'), tenantGuard, authGuard],
  },
];
