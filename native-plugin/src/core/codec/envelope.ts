import type { Bytes } from './bytes.ts';
import type { Enrolment, KdfId, Kem, Kind, Mode, Prf } from './format-ids.ts';

/** The public part of a slot: bound to the wrapped key as additional data. FORMAT.md §4.1. */
export interface SlotHead {
  readonly kind: Kind;
  readonly kem: Kem;
  readonly prf: Prf;
  /** 8 bytes, random. */
  readonly slotId: Bytes;
  readonly kdf: KdfId;
  readonly iterations: number;
  readonly salt: Bytes;
  /** What the KEM decrypts; the credential id for WebAuthn PRF. */
  readonly enc: Bytes;
}

/** One way to unlock: the data key, wrapped. */
export interface Slot {
  readonly head: SlotHead;
  /** 12 bytes. */
  readonly nonce: Bytes;
  /** 48 bytes: the data key and its tag. */
  readonly wrapped: Bytes;
}

/** Everything before the payload; authenticated by it. FORMAT.md §4. */
export interface Header {
  /** 16 bytes, random. */
  readonly vaultId: Bytes;
  /** 32 bytes. */
  readonly scope: Bytes;
  readonly mode: Mode;
  readonly enrolment: Enrolment;
  readonly maxAttempts: number;
  readonly generation: number;
  readonly hasValues: boolean;
  readonly hasSession: boolean;
  readonly wipeAtMax: boolean;
  readonly passcodeSetupNeeded: boolean;
  /** In ascending order of `kind`. */
  readonly slots: readonly Slot[];
}

export interface Envelope {
  readonly header: Header;
  /** The header as stored: the payload's additional data. */
  readonly headerBytes: Bytes;
  /** 12 bytes. */
  readonly payloadNonce: Bytes;
  readonly ciphertext: Bytes;
}
