import { inject } from '@angular/core';
import { CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const guestGuard: CanActivateFn = () => {
  if (!inject(AuthService).isLoggedIn) {
    return true;
  }
  return new RedirectCommand(inject(Router).parseUrl('/dashboard'), { replaceUrl: true });
};
