import type { EnvelopeBase } from './envelope-bases.ts';
import type { EnvelopeCase } from './envelope-case.ts';
import { flip } from './envelope-edit.ts';
import { HEADER, slotOffsets, type SlotOffsets } from './slot-offsets.ts';

type Row = readonly [from: number, to: number, error: string, why: string];

/** The lowest bit of every byte before the ciphertext, each with what FORMAT.md says of it. `base` has one appPasscode slot. */
export function flipCases(base: EnvelopeBase): readonly EnvelopeCase[] {
  const [slot] = slotOffsets(base);
  if (!slot) throw new Error('a base without a slot');
  return [...headerRows, ...slotRows(slot), ...payloadRows(slot.end)].flatMap(([from, to, error, why]) =>
    Array.from({ length: to - from + 1 }, (_, index) => ({
      id: `flip-${String(from + index).padStart(3, '0')}`,
      why,
      level: 'open',
      base: base.name,
      edits: [flip(from + index)],
      expect: { error },
    })),
  );
}

const headerRows: readonly Row[] = [
  [0, 3, 'CORRUPT', 'magic'],
  [HEADER.fmt, HEADER.fmt, 'UNSUPPORTED_FORMAT', 'fmt 0'],
  [HEADER.suite, HEADER.suite, 'UNSUPPORTED_FORMAT', 'suite 0'],
  // Device keys are named by the vault id, so those of another id are not there.
  [HEADER.vaultId, 21, 'KEY_MISSING', 'vaultId names the device keys'],
  [HEADER.scope, 53, 'SCOPE_MISMATCH', 'scope'],
  [HEADER.mode, HEADER.mode, 'CORRUPT', 'mode 0 has no appPasscode slot'],
  [HEADER.enrolment, HEADER.enrolment, 'CORRUPT', 'enrolment 1 is valid, but not what was sealed'],
  [HEADER.maxAttempts, HEADER.maxAttempts, 'CORRUPT', 'maxAttempts 4 is valid, but not what was sealed'],
  [HEADER.generation, 59, 'CORRUPT', 'another generation, not what was sealed'],
  [60, 60, 'CORRUPT', 'generation 0'],
  [HEADER.flags, HEADER.flags, 'UNSUPPORTED_FORMAT', 'an unknown flag'],
  [62, 62, 'CORRUPT', 'hasSession without hasValues'],
  [HEADER.slotCount, HEADER.slotCount, 'CORRUPT', 'no slots'],
];

function slotRows(slot: SlotOffsets): readonly Row[] {
  return [
    [slot.kind, slot.kind, 'CORRUPT', 'kind 2 is not one of this mode'],
    [slot.kem, slot.kem, 'CORRUPT', 'an appPasscode slot has no KEM'],
    [slot.prf, slot.prf, 'UNSUPPORTED_FORMAT', 'prf 0 is never valid'],
    [slot.slotId, slot.slotId + 7, 'KEY_MISSING', 'slotId names the device keys'],
    [slot.kdf, slot.kdf, 'CORRUPT', 'an appPasscode slot needs a KDF'],
    [slot.iterations, slot.iterations, 'CORRUPT', 'more than 2 000 000 iterations'],
    [slot.iterations + 1, slot.iterations + 1, 'CORRUPT', 'fewer than 100 000 iterations'],
    [slot.iterations + 2, slot.iterations + 3, 'AUTHENTICATION_FAILED', 'other iterations give another S'],
    [slot.saltLength, slot.saltLength, 'CORRUPT', 'a longer salt shifts encLen, which must be 0'],
    [slot.salt, slot.encLength - 1, 'AUTHENTICATION_FAILED', 'salt'],
    [slot.encLength, slot.encLength + 1, 'CORRUPT', 'an appPasscode slot has no enc'],
    [slot.nonce, slot.wrapped - 1, 'AUTHENTICATION_FAILED', 'nonce of the slot'],
    [slot.wrapped, slot.end - 1, 'AUTHENTICATION_FAILED', 'wrapped data key'],
  ];
}

function payloadRows(nonce: number): readonly Row[] {
  return [
    [nonce, nonce + 11, 'CORRUPT', 'payloadNonce: the slot opens, the payload does not'],
    [nonce + 12, nonce + 15, 'CORRUPT', 'ctLen is not what is left'],
  ];
}
