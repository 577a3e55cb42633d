import { ascii, type Bytes } from './bytes.ts';

export const ANCHOR_MAGIC: Bytes = ascii('IDVA');

/** Which envelope: its generation and the SHA-256 of all its bytes. */
export interface EnvelopeRef {
  readonly generation: number;
  readonly digest: Bytes;
}

/** The record beside the envelope. FORMAT.md §8. */
export interface Anchor {
  readonly vaultId: Bytes;
  readonly scope: Bytes;
  readonly cur: EnvelopeRef | undefined;
  /** An envelope about to take the place of `cur`. */
  readonly next: EnvelopeRef | undefined;
  /** With `next` the attempts start anew: its passcode is another one. */
  readonly nextResets: boolean;
  /** Erasing has begun: the vault is gone. */
  readonly erasing: boolean;
  /** An attempt was begun and not judged. */
  readonly pending: boolean;
  /** Failed attempts, the pending one included. */
  readonly attempts: number;
  /** Monotonic clock, milliseconds. */
  readonly delayStart: number;
  /** Slot ids, ascending, for which device keys may exist. */
  readonly keySlots: readonly Bytes[];
  /** Slot ids, ascending, whose device key the system destroyed. */
  readonly deadSlots: readonly Bytes[];
}
