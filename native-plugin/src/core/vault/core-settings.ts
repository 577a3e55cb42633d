import type { Bytes } from '../codec/bytes.ts';
import type { Kind } from '../codec/format-ids.ts';
import type { LockSettings } from '../state/lock-state.ts';
import type { PolicyChanges } from '../store/vault-store.ts';

export interface CoreSettings extends LockSettings {
  readonly scope: Bytes;
}

export interface UnlockOptions {
  readonly automatic: boolean;
  readonly only?: Kind | undefined;
  /** The lock's, at the moment from which a lock wins. Absent: now. */
  readonly epoch?: number;
}

export interface WriteOptions {
  /** What changes of the vault besides its values. */
  readonly policy?: PolicyChanges;
  /** The lease that allows it, also while locked. */
  readonly lease?: string | undefined;
}
