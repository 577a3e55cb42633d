import { inject, Injectable } from '@angular/core';
import { ActivatedRouteSnapshot, CanActivate, Router, UrlTree } from '@angular/router';
import { map, Observable, of, take } from 'rxjs';

type AuthPipe = (user$: Observable<string | null>) => Observable<boolean | string[]>;

/** The same as @angular/fire/auth-guard: a guard class, and functions that make the members of a route. */
@Injectable({ providedIn: 'root' })
export class FireGuard implements CanActivate {
  private readonly router = inject(Router);

  canActivate(next: ActivatedRouteSnapshot): Observable<boolean | UrlTree> {
    const pipe = next.data['authGuardPipe']() as AuthPipe;
    return of(localStorage.getItem('token')).pipe(
      take(1),
      pipe,
      map((can) => (typeof can === 'boolean' ? can : this.router.createUrlTree(can))),
    );
  }
}

export const redirectUnauthorizedTo = (redirect: string[]): AuthPipe => map((user) => (user ? true : redirect));
export const redirectLoggedInTo = (redirect: string[]): AuthPipe => map((user) => (user ? redirect : true));

export const canActivate = (pipe: () => AuthPipe) => ({
  canActivate: [FireGuard],
  data: { authGuardPipe: pipe },
});
