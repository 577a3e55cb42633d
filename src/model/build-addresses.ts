import type { AppPath } from './tree.ts';

/** What some of an app's builds talk to; empty where they have no server. */
export interface BuildAddresses {
  /** Which builds: the names of their configurations, or what they are for. */
  readonly builds: string;
  /** The file that has them. */
  readonly path: AppPath;
  /** Where the login page posts to; absent where an OpenID provider signs users in. */
  readonly loginUrl?: string;
  /** Where tokens are renewed; absent where they are not. */
  readonly refreshUrl?: string;
  /** The OpenID provider, and what it calls the app; absent where the app's own server signs users in. */
  readonly issuer?: string;
  readonly clientId?: string;
  /** Who gets the token. */
  readonly apiOrigins: readonly string[];
}
