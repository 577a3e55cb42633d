import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { Observable, of, tap } from 'rxjs';
import { AuthService } from './auth.service';

export const authGuard: CanActivateFn = (): Observable<boolean> => {
  const router = inject(Router);
  return of(inject(AuthService).isLoggedIn).pipe(
    tap((isLoggedIn) => {
      if (!isLoggedIn) {
        void router.navigate(['/login']);
      }
    }),
  );
};
