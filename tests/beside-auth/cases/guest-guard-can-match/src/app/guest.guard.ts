import { inject } from '@angular/core';
import { CanMatchFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const guestGuard: CanMatchFn = () => {
  const router = inject(Router);
  return inject(AuthService).isLoggedIn ? router.parseUrl('/feed') : true;
};
