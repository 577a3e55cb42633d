import { CoreError } from '../ports/core-error.ts';
import { concat, u16, u32, u8, type Bytes } from './bytes.ts';
import type { Envelope, Header, Slot, SlotHead } from './envelope.ts';
import { FLAG, FMT, SUITE } from './format-ids.ts';
import { LIMIT } from './format-limits.ts';
import { ENVELOPE_MAGIC, parseEnvelope } from './parse-envelope.ts';

/** The bytes of a slot from `kind` to `enc`. */
export function encodeSlotHead(head: SlotHead): Bytes {
  return concat(
    Uint8Array.of(head.kind, head.kem, head.prf),
    head.slotId,
    u8(head.kdf),
    u32(head.iterations),
    u8(head.salt.length),
    head.salt,
    u16(head.enc.length),
    head.enc,
  );
}

/** Everything up to `payloadNonce`: the payload's additional data. */
export function encodeHeader(header: Header): Bytes {
  return concat(
    ENVELOPE_MAGIC,
    Uint8Array.of(FMT, SUITE),
    header.vaultId,
    header.scope,
    Uint8Array.of(header.mode, header.enrolment, header.maxAttempts),
    u32(header.generation),
    u16(flagBits(header)),
    u8(header.slots.length),
    ...header.slots.map(encodeSlot),
  );
}

/** An envelope, and its bytes as stored. */
export interface EncodedEnvelope {
  readonly envelope: Envelope;
  readonly bytes: Bytes;
}

/**
 * Reads back what it wrote, so that a writer can't leave the format.
 * @throws CoreError `LIMIT_EXCEEDED`
 */
export function encodeEnvelope(envelope: Omit<Envelope, 'header'>): EncodedEnvelope {
  const { headerBytes, payloadNonce, ciphertext } = envelope;
  const size = headerBytes.length + 16 + ciphertext.length;
  if (size > LIMIT.envelope) throw new CoreError('LIMIT_EXCEEDED', 'the vault would be larger than 16 MiB');
  const bytes = concat(headerBytes, payloadNonce, u32(ciphertext.length), ciphertext);
  return { envelope: parseEnvelope(bytes), bytes };
}

function encodeSlot({ head, nonce, wrapped }: Slot): Bytes {
  return concat(encodeSlotHead(head), nonce, wrapped);
}

function flagBits(header: Header): number {
  return (
    (header.hasValues ? FLAG.hasValues : 0) |
    (header.hasSession ? FLAG.hasSession : 0) |
    (header.wipeAtMax ? FLAG.wipeAtMax : 0) |
    (header.passcodeSetupNeeded ? FLAG.passcodeSetupNeeded : 0)
  );
}
