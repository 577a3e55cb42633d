import type { Bytes } from '../codec/bytes.ts';
import type { Kind } from '../codec/format-ids.ts';

export interface CoreSettings {
  readonly scope: Bytes;
  /** Milliseconds in the background; `null` = never. */
  readonly lockAfter: number | null;
  readonly hideScreen: boolean;
}

export interface UnlockOptions {
  readonly automatic: boolean;
  readonly only?: Kind | undefined;
}
