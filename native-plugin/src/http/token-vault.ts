/** The least that a request needs of a session. */
export interface TokenSession {
  /** What `Authorization: Bearer` is followed by. */
  readonly token: string;
}

/**
 * Where tokens come from. `IonicIdentityVaultUser`, and so every identity service that extends it, is one. Whatever else keeps sessions can be one, too.
 */
export interface TokenVault<S extends TokenSession = TokenSession> {
  /** The session, if it is in memory. Never prompts. */
  getSession(): Promise<S | undefined>;
  /** The stored session; unlocks first where the app lets a request do that. `undefined`: nobody is signed in. Rejects `VaultLocked`. */
  restoreSession(): Promise<S | undefined>;
  /** The token if the vault is unlocked at this moment, without reading what is stored. Absent: {@link getSession} is asked each time. */
  currentToken?(): Promise<string | undefined>;
  /**
   * Replaces the session by what `refresh` makes of it, once for all tabs: stored before anybody gets it, also if a lock comes meanwhile.
   * @param rejected another token than this is stored already: then that session is the answer, and nothing is refreshed
   * @returns `undefined`: nobody is signed in
   */
  refreshSession?(rejected: string, refresh: (session: S) => Promise<S>): Promise<S | undefined>;
  /** Calls back at every lock. @returns the cancellation */
  whenLocked?(callback: () => void): () => void;
  /** Somebody uses the app: the idle lock starts anew. */
  reportActivity?(): void;
}
