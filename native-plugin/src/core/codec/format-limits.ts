/** Limits of FORMAT.md §2. Lengths in bytes unless said otherwise. */
export const LIMIT = {
  envelope: 16 * 1024 * 1024,
  slots: 4,
  iterationsMin: 100_000,
  iterationsMax: 2_000_000,
  /** What writers use. */
  iterations: 600_000,
  saltMin: 16,
  saltMax: 64,
  /** What writers use. */
  salt: 32,
  /** Code points after normalisation. */
  passcodeMin: 4,
  passcodeMax: 128,
  payloadKey: 1024,
  generation: 0xffff_ffff,
  keySlots: 8,
  deadSlots: 4,
  attempts: 255,
  /** Milliseconds that a lease keeps the data key after a lock. */
  lease: 10_000,
} as const;
