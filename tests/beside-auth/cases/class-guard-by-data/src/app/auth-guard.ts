import { inject, Injectable } from '@angular/core';
import { ActivatedRouteSnapshot, CanActivate, Router, UrlTree } from '@angular/router';
import { map, Observable, of } from 'rxjs';

type AuthPipe = (user$: Observable<string | null>) => Observable<true | string>;

/** The guard class of AngularFire: what it does is in the data of the route. */
@Injectable({ providedIn: 'root' })
export class AuthGuard implements CanActivate {
  private readonly router = inject(Router);

  canActivate(next: ActivatedRouteSnapshot): Observable<boolean | UrlTree> {
    const pipe = (next.data['authGuardPipe'] as () => AuthPipe)();
    return pipe(of(localStorage.getItem('token'))).pipe(
      map((can) => (can === true ? true : this.router.createUrlTree([can]))),
    );
  }
}

export const redirectUnauthorizedTo = (path: string): AuthPipe => map((user) => (user ? true : path));
export const redirectLoggedInTo = (path: string): AuthPipe => map((user) => (user ? path : true));
