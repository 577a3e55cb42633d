import type { Slot } from '../../src/core/codec/envelope.ts';
import { parseEnvelope } from '../../src/core/codec/parse-envelope.ts';
import type { EnvelopeBase } from './envelope-bases.ts';
import { unhex } from './envelope-edit.ts';

/** Where the fields of FORMAT.md §4 begin. */
export const HEADER = {
  fmt: 4,
  suite: 5,
  vaultId: 6,
  scope: 22,
  mode: 54,
  enrolment: 55,
  maxAttempts: 56,
  generation: 57,
  flags: 61,
  slotCount: 63,
  slots: 64,
} as const;

export interface SlotOffsets {
  readonly kind: number;
  readonly kem: number;
  readonly prf: number;
  readonly slotId: number;
  readonly kdf: number;
  readonly iterations: number;
  readonly saltLength: number;
  readonly salt: number;
  readonly encLength: number;
  readonly enc: number;
  readonly nonce: number;
  readonly wrapped: number;
  readonly end: number;
}

/** Where the fields of each slot begin. */
export function slotOffsets(base: EnvelopeBase): readonly SlotOffsets[] {
  const { header } = parseEnvelope(unhex(base.hex));
  let at: number = HEADER.slots;
  return header.slots.map((slot) => {
    const offsets = offsetsAt(at, slot);
    at = offsets.end;
    return offsets;
  });
}

function offsetsAt(kind: number, { head }: Slot): SlotOffsets {
  const salt = kind + 17;
  const encLength = salt + head.salt.length;
  const enc = encLength + 2;
  const nonce = enc + head.enc.length;
  const ids = {
    kind,
    kem: kind + 1,
    prf: kind + 2,
    slotId: kind + 3,
    kdf: kind + 11,
    iterations: kind + 12,
    saltLength: kind + 16,
  };
  return { ...ids, salt, encLength, enc, nonce, wrapped: nonce + 12, end: nonce + 60 };
}
