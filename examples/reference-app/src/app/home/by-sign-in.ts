import type { Type } from '@angular/core';

import type { IdentityService } from '../identity/identity.service';
import { lifetimeOf, type Lifetime } from './expiry';

type Session = NonNullable<ReturnType<IdentityService['session']>>;

/** Who is signed in, in a word. */
export function nameOf({ email }: Session): string {
  return email;
}

/** How long the server takes the token. */
export function tokenLifetime({ token }: Session): Lifetime | undefined {
  return lifetimeOf(token);
}

/** What a sign-out does besides. */
export const SIGN_OUT_HINT = '';

/** What this way to sign in has to show, below the state of the vault. */
export const MORE_SECTIONS: readonly Type<unknown>[] = [];
