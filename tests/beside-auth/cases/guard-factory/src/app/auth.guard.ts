import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

export function requireAuth(): CanActivateFn {
  return () => inject(AuthService).isLoggedIn || inject(Router).createUrlTree(['/login']);
}
