import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const authGuard: CanActivateFn = (_route, { url }) => {
  const router = inject(Router);
  if (localStorage.getItem('banned') === 'yes') {
    return router.createUrlTree(['/login/banned']);
  }
  return inject(AuthService).isLoggedIn || router.createUrlTree(['/login'], { queryParams: { returnUrl: url } });
};
