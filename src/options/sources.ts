import type { Written } from './options.ts';

/** What one source says. */
export interface Source {
  readonly values: Written;
  /** Names the place of one key: `--lock-after`, `IDENTITY_VAULT_LOCK_AFTER`, `identity-vault.config.json:7`. */
  readonly place: (key: string) => string;
  /** Values are exactly as the schema has them; otherwise texts are read as a person types them. */
  readonly isJson?: true;
  /** What is wrong with the source as a whole, such as a key that is there twice. */
  readonly problems?: readonly string[];
}

/** What was written, by source; absent sources said nothing. */
export interface Sources {
  readonly prompt?: Source;
  readonly flag?: Source;
  readonly environment?: Source;
  readonly answers?: Source;
  readonly config?: Source;
}
