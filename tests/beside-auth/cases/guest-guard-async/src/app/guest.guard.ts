import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const guestGuard: CanActivateFn = async () => {
  const router = inject(Router);
  const token = await inject(AuthService).token();
  return token === null ? true : router.parseUrl('/inbox');
};
