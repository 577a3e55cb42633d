import { corrupt, unsupported } from '../ports/core-error.ts';
import { ByteReader } from './byte-reader.ts';
import { ascii, isEqual, type Bytes } from './bytes.ts';
import type { Envelope, Header, Slot } from './envelope.ts';
import { ENROLMENT, FLAG, FMT, isIdOf, KIND, MODE, SUITE, type Enrolment, type Mode } from './format-ids.ts';
import { LIMIT } from './format-limits.ts';
import { parseSlot } from './parse-slot.ts';

export const ENVELOPE_MAGIC: Bytes = ascii('IDV1');

/** Four bytes of count and a tag: the smallest payload, an empty one. */
const SMALLEST_CIPHERTEXT = 20;

/**
 * Reads an envelope, from left to right; the first violation is the result. Authenticates nothing.
 * @throws CoreError `CORRUPT`, `UNSUPPORTED_FORMAT`, as in FORMAT.md §4
 */
export function parseEnvelope(bytes: Bytes): Envelope {
  if (bytes.length > LIMIT.envelope) throw corrupt('too large');
  const reader = new ByteReader(bytes);
  const header = parseHeader(reader);
  const headerBytes = reader.taken();

  const payloadNonce = reader.take(12);
  const length = reader.u32();
  if (length < SMALLEST_CIPHERTEXT) throw corrupt('ciphertext too short');
  if (length !== reader.left) throw corrupt('does not end with its ciphertext');
  return { header, headerBytes, payloadNonce, ciphertext: reader.take(length) };
}

function parseHeader(reader: ByteReader): Header {
  if (!isEqual(reader.take(4), ENVELOPE_MAGIC)) throw corrupt('not an envelope');
  if (reader.u8() !== FMT) throw unsupported('another version of the format');
  if (reader.u8() !== SUITE) throw unsupported('another cipher suite');

  const vaultId = reader.take(16);
  const scope = reader.take(32);
  const mode = parseMode(reader.u8());
  const enrolment = parseEnrolment(reader.u8());
  const maxAttempts = reader.u8();
  if (maxAttempts === 0) throw corrupt('no attempts allowed');
  const generation = reader.u32();
  if (generation === 0) throw corrupt('generation zero');
  const flags = parseFlags(reader.u16());

  const header = { vaultId, scope, mode, enrolment, maxAttempts, generation, ...flags };
  return checkFlags({ ...header, slots: parseSlots(reader, mode) });
}

function parseMode(value: number): Mode {
  if (value === MODE.InMemoryOnly) throw corrupt('a mode that is never stored');
  if (!isIdOf(MODE, value)) throw unsupported('unknown mode');
  return value;
}

function parseEnrolment(value: number): Enrolment {
  if (!isIdOf(ENROLMENT, value)) throw unsupported('unknown enrolment policy');
  return value;
}

function parseFlags(value: number) {
  if (value > 15) throw unsupported('unknown flags');
  return {
    hasValues: (value & FLAG.hasValues) !== 0,
    hasSession: (value & FLAG.hasSession) !== 0,
    wipeAtMax: (value & FLAG.wipeAtMax) !== 0,
    passcodeSetupNeeded: (value & FLAG.passcodeSetupNeeded) !== 0,
  };
}

function parseSlots(reader: ByteReader, mode: Mode): readonly Slot[] {
  const count = reader.u8();
  if (count === 0) throw corrupt('no slots');
  // Not what this version writes, but a later one may: that is no damage.
  if (count > LIMIT.slots) throw unsupported('more slots than this version knows');
  const slots: Slot[] = [];
  while (slots.length < count) slots.push(parseSlot(reader, { mode, earlier: slots }));
  return slots;
}

/** The flag rule of FORMAT.md §4.2. */
function checkFlags(header: Header): Header {
  if (header.hasSession && !header.hasValues) throw corrupt('a session, but no values');
  if (header.passcodeSetupNeeded) {
    const isPossible = header.mode === MODE.BiometricAndPasscode || header.mode === MODE.BiometricOrPasscode;
    if (!isPossible) throw corrupt('a passcode needed in a mode without one');
    if (header.slots.some(({ head }) => head.kind === KIND.appPasscode)) throw corrupt('a passcode needed beside one');
  }
  return header;
}
