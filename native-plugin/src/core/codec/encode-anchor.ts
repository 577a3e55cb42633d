import { ANCHOR_MAGIC, type Anchor, type EnvelopeRef } from './anchor.ts';
import { concat, u32, u64, u8, type Bytes } from './bytes.ts';
import { FMT } from './format-ids.ts';

/** Everything before the tag. */
export function encodeAnchor(anchor: Anchor): Bytes {
  const { cur, next, pending, erasing, nextResets } = anchor;
  const flags = (cur ? 1 : 0) | (next ? 2 : 0) | (pending ? 4 : 0) | (erasing ? 8 : 0) | (nextResets ? 16 : 0);
  return concat(
    ANCHOR_MAGIC,
    Uint8Array.of(FMT, flags),
    anchor.vaultId,
    anchor.scope,
    encodeRef(anchor.cur),
    encodeRef(anchor.next),
    u8(anchor.attempts),
    u64(anchor.delayStart),
    u8(anchor.keySlots.length),
    ...anchor.keySlots,
    u8(anchor.deadSlots.length),
    ...anchor.deadSlots,
  );
}

function encodeRef(ref: EnvelopeRef | undefined): Bytes {
  return ref ? concat(u32(ref.generation), ref.digest) : new Uint8Array(36);
}
