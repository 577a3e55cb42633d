import { termsGuard } from './terms.guard';
import { authGuard } from './identity/auth.guard';

export const routes = [
  {
    path: 'home',
    component: HomePage,
    canActivate: [
      termsGuard, // always first
      authGuard
    ]
  },
];
