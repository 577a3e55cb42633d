import type { OidcSession } from '../oidc-session.ts';
import type { PendingLogin } from '../pending/pending-login.ts';
import type { Tokens } from './tokens.ts';

/**
 * One provider, whose document was read and checked. Every call rejects with `OidcError`. The library under it is named nowhere here: apps that
 * don't have it installed compile against this.
 */
export interface Provider {
  /** A sign-in that only this provider can answer. */
  begin(begunAt: number, returnTo: string | undefined): PendingLogin;
  /** Where the user signs in. */
  authorizationUrl(pending: PendingLogin, parameters: Readonly<Record<string, string>>): Promise<string>;
  /** The tokens for the answer to a sign-in. */
  exchange(answer: string, pending: PendingLogin): Promise<Tokens>;
  renew(refreshToken: string): Promise<Tokens>;
  /** @returns whether it was revoked; `false`: the provider has no place for it */
  revoke(token: string, type: 'refresh_token' | 'access_token'): Promise<boolean>;
  /** Where the provider's own session ends; `undefined`: nowhere. */
  endSessionUrl(session: OidcSession | undefined): string | undefined;
}
