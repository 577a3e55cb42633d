import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

/** One guard for both kinds of pages: those of people who are signed in, and those of guests. */
export function session(wanted: 'user' | 'guest'): CanActivateFn {
  return () => {
    const router = inject(Router);
    const isUser = inject(AuthService).isLoggedIn;
    if (wanted === 'user') {
      return isUser || router.createUrlTree(['/login']);
    }
    return !isUser || router.createUrlTree(['/home']);
  };
}
