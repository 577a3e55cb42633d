import type { OriginPolicy } from './origin-policy.ts';
import type { TokenSession, TokenVault } from './token-vault.ts';

/** How requests get their token, and what becomes of one that the server refuses. */
export interface TokenClientOptions<S extends TokenSession = TokenSession> {
  /** Whose token. */
  readonly vault: TokenVault<S>;
  /** The origins that may see the token. Empty: it goes nowhere. */
  readonly origins: readonly string[] | OriginPolicy;
  /**
   * Asks the server for a new session, with what the present one has for it. Absent: a refused token ends the session.
   *
   * Send it *without* this client, and give it a time limit: everything that needs the new token waits for it. Let the result have `expires_in` or `expiresIn` (seconds)
   * as the server said it, and tokens are renewed before they end. A rejection with a `status` of 400 or 401, as HTTP clients have it, or with
   * `SessionExpired`, says that the session is over; any other keeps it.
   */
  readonly refresh?: (session: S) => Promise<S>;
  /**
   * The session is over: the server refuses the token, and there is no new one. Called once for each token. Sign the user out here.
   * @param token which session it is about: the user may have signed in anew meanwhile
   */
  readonly onUnauthorized?: (token: string) => unknown;
  /** Which requests show that somebody is there, for the idle lock. Default: none, so that polling keeps no vault open. */
  readonly isActivity?: (url: string) => boolean;
}
