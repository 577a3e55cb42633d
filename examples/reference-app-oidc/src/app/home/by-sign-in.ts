import type { Type } from '@angular/core';
import type { OidcSession } from 'capacitor-identity-vault/oidc';

import { Claims } from './claims/claims';
import type { Lifetime } from './expiry';

/** Who is signed in, in a word. */
export function nameOf({ username }: OidcSession): string {
  return username;
}

/** How long the server takes the token, as the provider said it: what is in an access token is no business of an app. */
export function tokenLifetime({ receivedAt, expiresIn }: OidcSession): Lifetime | undefined {
  return expiresIn === undefined ? undefined : { from: receivedAt, to: receivedAt + expiresIn * 1000 };
}

/** What a sign-out does besides. */
export const SIGN_OUT_HINT = 'Signing out leads to the provider, to end your session there, too.';

/** What this way to sign in has to show, below the state of the vault. */
export const MORE_SECTIONS: readonly Type<unknown>[] = [Claims];
