import type { OidcSession } from './oidc-session.ts';

/**
 * Where the session is kept. An identity service that extends `IonicIdentityVaultUser<OidcSession>` is one; `sessionVault` makes one of a
 * `Vault`. Every call may reject with a `VaultError`, which is passed on.
 */
export interface OidcVault {
  /** The session if it is in memory. Never prompts. */
  getSession(): Promise<OidcSession | undefined>;
  /** The stored session. `undefined`: there is definitely none. Rejects `VaultLocked`. */
  restoreSession(): Promise<OidcSession | undefined>;
  /** A new vault with this session: what anybody stored before is erased. */
  login(session: OidcSession): Promise<void>;
  /** The session of the user who is signed in already; other values stay. */
  saveSession(session: OidcSession): Promise<void>;
  /**
   * Replaces the session by what `refresh` makes of it, once for all tabs: stored before anybody gets it.
   * @param rejected another token than this is stored already: then that session is the answer, and nothing is refreshed
   * @returns `undefined`: nobody is signed in
   */
  refreshSession(
    rejected: string,
    refresh: (session: OidcSession) => Promise<OidcSession>,
  ): Promise<OidcSession | undefined>;
  /** Erases everything; works while locked, too. */
  logout(): Promise<void>;
}
