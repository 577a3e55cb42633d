import { inject } from '@angular/core';
import { CanMatchFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

/** One guard for both sides: a route says in its data who may see it. */
export const authGuard: CanMatchFn = ({ data }) => {
  const wantsUser = data?.['user'] === true;
  if (inject(AuthService).isLoggedIn === wantsUser) {
    return true;
  }
  return inject(Router).createUrlTree([wantsUser ? '/login' : '/home']);
};
