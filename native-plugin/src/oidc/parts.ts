import type { AuthSession } from './auth-session.ts';
import type { OidcVault } from './oidc-vault.ts';
import type { PendingStore } from './pending/pending-store.ts';
import type { SendRequest } from './provider/guarded-fetch.ts';
import type { WireClock } from '../http/wire-clock.ts';

/** What the client works with. Only the vault has to be given. */
export interface OidcParts {
  /** Where the session is kept: the app's identity service, or a `sessionVault`. */
  readonly vault: OidcVault;
  /** Default: the page itself goes to the provider and comes back. */
  readonly authSession?: AuthSession;
  /** Default: in the tab. */
  readonly pending?: PendingStore;
  /** Sends requests to the provider. Default `fetch`. */
  readonly send?: SendRequest;
  /** Default: the clocks of this process. */
  readonly clock?: WireClock;
}

/** With a default for each. */
export type AllParts = Required<OidcParts>;
