import { inject } from '@angular/core';
import { CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const authGuard: CanActivateFn = () => {
  const signIn = inject(Router).parseUrl('/login');
  return inject(AuthService).isLoggedIn ? true : new RedirectCommand(signIn, { skipLocationChange: false });
};
