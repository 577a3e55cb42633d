import type { Written } from './options.ts';

/** Where a value was written, for messages: `lockAfter (identity-vault.config.json:7)`. */
export interface Source {
  readonly values: Written;
  /** Names the place of one key. */
  readonly place: (key: string) => string;
}

/** What was written, by source; absent sources said nothing. */
export interface Sources {
  readonly prompt?: Source;
  readonly flag?: Source;
  readonly environment?: Source;
  readonly answers?: Source;
  readonly config?: Source;
}
