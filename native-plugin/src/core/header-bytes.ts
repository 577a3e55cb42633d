import { concat, u32, u8, utf8 } from './bytes.ts';
import type { SlotBinding } from './ports.ts';
import type { Bytes, SlotHeader, SlotKind, VaultRecord } from './record.ts';

const KINDS: Record<SlotKind, number> = { device: 1, appPasscode: 2 };

/** The fields of a slot that come before its nonce. */
export function slotHeaderBytes(slot: SlotHeader): Bytes {
  return concat(u8(KINDS[slot.kind]), slot.slotId, u32(slot.iterations), u8(slot.salt.length), slot.salt);
}

/** Additional data of a wrapped key: another vault's slot, or a changed one, does not open. */
export function slotAdditionalData({ vaultId, scope }: SlotBinding, slot: SlotHeader): Bytes {
  return concat(utf8('idv1/slot'), vaultId, scope, slotHeaderBytes(slot));
}

export type RecordHeader = Omit<VaultRecord, 'payload' | 'digest' | 'attempts'>;

/** Additional data of the payload: everything stored beside it, so no part can be exchanged alone. */
export function payloadAdditionalData(header: RecordHeader): Bytes {
  const { slot, mode } = header;
  const flags = (header.hasValues ? 1 : 0) | (header.hasSession ? 2 : 0);
  return concat(
    utf8(header.format),
    header.vaultId,
    header.scope,
    u32(header.generation),
    Uint8Array.of(mode, flags),
    slotHeaderBytes(slot),
    slot.sealed.nonce,
    slot.sealed.ciphertext,
  );
}
