import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';

import { IdentityService, UNLOCK_PATH } from './identity.service';

/** Opens a route to signed-in users only; others come back to it after unlocking or signing in. */
export const authGuard: CanActivateFn = async (_route, { url }) => {
  const identity = inject(IdentityService);
  const router = inject(Router);
  const navigation = router.currentNavigation()?.id;

  // A vault that can't be read counts as locked: the unlock page says what is wrong.
  const state = await identity.getSessionState().catch(() => 'locked');
  if (state === 'open') {
    return true;
  }
  if (router.currentNavigation()?.id !== navigation) {
    // Another navigation took the place of this one, and asks for itself.
    return false;
  }
  const path = state === 'none' ? identity.pathToSignIn(url) : UNLOCK_PATH;
  return router.createUrlTree([path], { queryParams: { returnUrl: url } });
};

/** Offers to unlock the stored session, instead of signing in. For the app's own login page. */
export const unlockGuard: CanActivateFn = async ({ queryParams }) => {
  const identity = inject(IdentityService);
  const router = inject(Router);

  // Whoever can't be helped by unlocking may sign in.
  const state = await identity.getSessionState().catch(() => 'none');
  return state !== 'locked' || router.createUrlTree([UNLOCK_PATH], { queryParams });
};
