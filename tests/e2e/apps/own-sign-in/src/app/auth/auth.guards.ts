import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';

import { Paths } from '../paths';
import { AuthService } from './auth.service';

/** Lets people in who have signed in. */
export const signedInGuard: CanActivateFn = () =>
  inject(AuthService).isSignedIn() || inject(Router).createUrlTree(['/', Paths.Auth, Paths.SignIn]);

/** Shows the sign-in to people who have not signed in yet. */
export const guestGuard: CanActivateFn = () =>
  !inject(AuthService).isSignedIn() || inject(Router).parseUrl(`/${Paths.Overview}`);
