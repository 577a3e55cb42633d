import { isEqual, type Bytes } from '../codec/bytes.ts';
import type { Envelope, Slot } from '../codec/envelope.ts';
import type { Kind } from '../codec/format-ids.ts';
import { parsePayload, SESSION_KEY, type Values } from '../codec/payload.ts';
import { CoreError, corrupt } from '../ports/core-error.ts';
import type { Aead, CorePorts, Dek, Kek } from '../ports/ports.ts';
import { deriveKek, slotAad } from './slot-key.ts';
import { slotSecret, type Credential } from './slot-secret.ts';

/** The data key, and the key of the slot that opened it: with it that slot can be wrapped again. */
export interface OpenedSlot {
  readonly dek: Dek;
  readonly kek: Kek;
  readonly slotId: Bytes;
}

/** @throws CoreError `SCOPE_MISMATCH` */
export function assertScope(actual: Bytes, expected: Bytes): void {
  if (!isEqual(actual, expected)) throw new CoreError('SCOPE_MISMATCH', 'stored for another app, vault or user');
}

/** @throws CoreError `SLOT_NOT_FOUND` */
export function findSlot({ header }: Envelope, kind: Kind): Slot {
  const slot = header.slots.find(({ head }) => head.kind === kind);
  if (!slot) throw new CoreError('SLOT_NOT_FOUND', 'the vault has no slot of this kind');
  return slot;
}

/** @throws CoreError `AUTHENTICATION_FAILED`, and whatever the device's keys reject with */
export async function openSlot(
  ports: Pick<CorePorts, 'aead' | 'kdf' | 'kems' | 'deviceFunction'>,
  { envelope, slot }: { readonly envelope: Envelope; readonly slot: Slot },
  credential: Credential,
): Promise<OpenedSlot> {
  const { header } = envelope;
  const context = { vaultId: header.vaultId, head: slot.head };
  const kek = await deriveKek(ports, context, await slotSecret(ports, context, credential));
  const binding = { nonce: slot.nonce, aad: slotAad(header, slot.head) };
  const dek = await ports.aead.unwrap(kek, slot.wrapped, binding);
  if (!dek) throw new CoreError('AUTHENTICATION_FAILED', 'the slot does not open');
  return { dek, kek, slotId: slot.head.slotId };
}

/** @throws CoreError `CORRUPT`: not what was sealed, or not a payload, or flags that say otherwise */
export async function openPayload(aead: Aead, envelope: Envelope, dek: Dek): Promise<Values> {
  const { header, headerBytes, payloadNonce, ciphertext } = envelope;
  const binding = { nonce: payloadNonce, aad: headerBytes, salt: header.vaultId };
  const plaintext = await aead.open(dek, ciphertext, binding);
  if (!plaintext) throw corrupt('the payload is not what was sealed');
  const values = parsePayload(plaintext);
  if (header.hasValues !== values.size > 0 || header.hasSession !== values.has(SESSION_KEY))
    throw corrupt('flags and payload disagree');
  return values;
}
