import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const role = (name: 'member' | 'admin'): CanActivateFn => {
  return () => (inject(AuthService).hasRole(name) ? true : inject(Router).parseUrl('/login'));
};
