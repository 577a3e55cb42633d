import { inject } from '@angular/core';
import { CanMatchFn, Router } from '@angular/router';
import { AuthService } from './auth.service';

export const signedIn: CanMatchFn = (_route, segments) => {
  const router = inject(Router);
  const from = '/' + segments.map(({ path }) => path).join('/');
  return inject(AuthService).isLoggedIn || router.createUrlTree(['/login'], { queryParams: { from } });
};
