import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

const isSignedIn = () => inject(AuthService).isLoggedIn;
const toSignIn = (router: Router) => router.createUrlTree(['/login']);

export const authGuard: CanActivateFn = () => {
  const router = inject(Router);
  return isSignedIn() || toSignIn(router);
};
