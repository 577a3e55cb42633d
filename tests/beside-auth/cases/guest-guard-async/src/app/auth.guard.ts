import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const authGuard: CanActivateFn = async () => {
  const router = inject(Router);
  const auth = inject(AuthService);

  if ((await auth.token()) !== null) {
    return true;
  }
  return router.createUrlTree(['/login']);
};
