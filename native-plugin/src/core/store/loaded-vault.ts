import type { Anchor } from '../codec/anchor.ts';
import { compareBytes, hex, isEqual, type Bytes } from '../codec/bytes.ts';
import type { Envelope } from '../codec/envelope.ts';
import { CoreError } from '../ports/core-error.ts';
import type { CorePorts, MacKey, Records } from '../ports/ports.ts';
import { sealAnchor } from '../slots/anchor-tag.ts';

/** The anchor, with the bytes that the next write of it must replace. */
export interface StoredAnchor {
  readonly anchor: Anchor;
  /** `undefined`: there is none yet. */
  readonly bytes: Bytes | undefined;
  /** What authenticates it, where it was read together with the anchor. */
  readonly key?: MacKey | undefined;
}

/** A vault that loading accepted. */
export interface LoadedVault extends StoredAnchor {
  readonly bytes: Bytes;
  readonly envelope: Envelope;
  /** As stored. */
  readonly envelopeBytes: Bytes;
  readonly digest: Bytes;
}

/** Replaces exactly the anchor that was loaded. @throws CoreError `CONFLICT`: nothing was written */
export async function writeAnchor<Stored extends StoredAnchor>(
  ports: Pick<CorePorts, 'anchors' | 'anchorMac'>,
  stored: Stored,
  changes: Partial<Anchor>,
): Promise<Stored & { readonly bytes: Bytes }> {
  const anchor = { ...stored.anchor, ...changes };
  const bytes = await sealAnchor(ports.anchorMac, anchor, stored.key);
  if (!(await ports.anchors.replace(hex(anchor.scope), stored.bytes, bytes))) throw conflict();
  return { ...stored, anchor, bytes };
}

/** What of it is stored. */
export function recordsOf({ bytes, envelopeBytes }: LoadedVault): Records {
  return { anchor: bytes, envelope: envelopeBytes };
}

/** Loading it would repair nothing: what is stored says all there is to say. FORMAT.md §9.1. */
export function isSettled({ anchor, envelope }: LoadedVault): boolean {
  const slots = slotIdsOf(envelope);
  const isUnderWay = anchor.next !== undefined || anchor.pending || anchor.erasing;
  return !isUnderWay && anchor.keySlots.every((id) => hasSlotId(slots, id));
}

export function conflict(): CoreError {
  return new CoreError('CONFLICT', 'someone else wrote meanwhile; nothing was written');
}

/** Slot ids in the order of the anchor, each once. */
export function slotIdSet(...lists: readonly (readonly Bytes[])[]): readonly Bytes[] {
  const sorted = lists.flat().sort(compareBytes);
  return sorted.filter((id, index) => index === 0 || !isEqual(id, sorted[index - 1] ?? id));
}

export function slotIdsOf({ header }: Envelope): readonly Bytes[] {
  return slotIdSet(header.slots.map(({ head }) => head.slotId));
}

export function hasSlotId(ids: readonly Bytes[], slotId: Bytes): boolean {
  return ids.some((id) => isEqual(id, slotId));
}
