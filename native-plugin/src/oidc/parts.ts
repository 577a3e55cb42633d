import type { AuthSession } from './auth-session.ts';
import type { OidcVault } from './oidc-vault.ts';
import type { PendingStore } from './pending/pending-store.ts';
import type { SendRequest } from './provider/guarded-fetch.ts';
import type { WireClock } from '../http/wire-clock.ts';

/** What the client works with. Only the vault has to be given. */
export interface OidcParts {
  /** Where the session is kept: the app's identity service, or a `sessionVault`. */
  readonly vault: OidcVault;
  /** Default: on the web the page itself goes to the provider and comes back; on iOS and Android the browser's own window is shown. */
  readonly authSession?: AuthSession;
  /** Default: on the web in the tab; on iOS and Android in a `SecureStorage` vault of its own. */
  readonly pending?: PendingStore;
  /** Sends requests to the provider. Default: on the web `fetch`, on iOS and Android native code. */
  readonly send?: SendRequest;
  /** Default: the clocks of this process. */
  readonly clock?: WireClock;
}

/** With a default for each. */
export type AllParts = Required<OidcParts>;
