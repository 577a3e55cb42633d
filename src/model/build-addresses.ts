import type { AppPath } from './tree.ts';

/** What some of an app's builds talk to; empty where they have no server. */
export interface BuildAddresses {
  /** Which builds: the names of their configurations, or what they are for. */
  readonly builds: string;
  /** The file that has them. */
  readonly path: AppPath;
  readonly loginUrl: string;
  /** Where tokens are renewed; absent where they are not. */
  readonly refreshUrl?: string;
  /** Who gets the token. */
  readonly apiOrigins: readonly string[];
}
