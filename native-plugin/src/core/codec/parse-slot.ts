import { corrupt, unsupported } from '../ports/core-error.ts';
import type { ByteReader } from './byte-reader.ts';
import { isEqual } from './bytes.ts';
import type { Slot, SlotHead } from './envelope.ts';
import { isIdOf, KDF, KEM, KIND, PRF, type Kind, type Mode } from './format-ids.ts';
import { isWithin, KINDS_OF_MODE, slotRule } from './slot-rules.ts';

/** Where a slot stands: decides which kinds and ids may follow. */
interface SlotContext {
  readonly mode: Mode;
  readonly earlier: readonly Slot[];
}

/** @throws CoreError in the order of FORMAT.md §4.1 */
export function parseSlot(reader: ByteReader, context: SlotContext): Slot {
  const head = parseSlotHead(reader, context);
  return { head, nonce: reader.take(12), wrapped: reader.take(48) };
}

function parseSlotHead(reader: ByteReader, context: SlotContext): SlotHead {
  const kind = parseKind(reader, context);

  const kem = reader.u8();
  if (!isIdOf(KEM, kem)) throw unsupported('unknown KEM');
  const rule = slotRule(kind, kem);
  if (!rule) throw corrupt('a KEM that this kind of slot does not use');

  const prf = reader.u8();
  if (!isIdOf(PRF, prf)) throw unsupported('unknown device function');

  const slotId = reader.take(8);
  if (context.earlier.some(({ head }) => isEqual(head.slotId, slotId))) throw corrupt('slot id used twice');

  const kdf = reader.u8();
  if (!isIdOf(KDF, kdf)) throw unsupported('unknown key derivation');
  if (kdf !== rule.kdf) throw corrupt('a key derivation that this kind of slot does not use');

  const iterations = reader.u32();
  if (!isWithin(rule.iterations, iterations)) throw corrupt('iterations out of range');

  const saltLength = reader.u8();
  if (!isWithin(rule.salt, saltLength)) throw corrupt('salt length out of range');
  const salt = reader.take(saltLength);

  const encLength = reader.u16();
  if (!isWithin(rule.enc, encLength)) throw corrupt('length of enc out of range');
  return { kind, kem, prf, slotId, kdf, iterations, salt, enc: reader.take(encLength) };
}

function parseKind(reader: ByteReader, { mode, earlier }: SlotContext): Kind {
  const kind = reader.u8();
  if (!isIdOf(KIND, kind)) throw unsupported('unknown kind of slot');
  const previous = earlier.at(-1);
  if (previous && kind <= previous.head.kind) throw corrupt('slots not in ascending order');
  if (!KINDS_OF_MODE[mode].includes(kind)) throw corrupt('a slot that this mode does not have');
  return kind;
}
