import type { Bytes } from '../codec/bytes.ts';
import { encodeEnvelope, encodeHeader, type EncodedEnvelope } from '../codec/encode-envelope.ts';
import type { Header, Slot, SlotHead } from '../codec/envelope.ts';
import { encodePayload, SESSION_KEY, type Values } from '../codec/payload.ts';
import type { CorePorts, Dek, Kek } from '../ports/ports.ts';
import { slotAad, type VaultBinding } from './slot-key.ts';

type SealPorts = Pick<CorePorts, 'aead' | 'random'>;

/** Wraps the data key for one slot, under a fresh nonce. */
export async function wrapSlot(
  ports: SealPorts,
  { binding, head, kek }: { readonly binding: VaultBinding; readonly head: SlotHead; readonly kek: Kek },
  dek: Bytes,
): Promise<Slot> {
  const nonce = ports.random.bytes(12);
  const wrapped = await ports.aead.wrap(kek, dek, { nonce, aad: slotAad(binding, head) });
  return { head, nonce, wrapped };
}

/** A header whose flags about the values are still to be filled in. */
export type HeaderDraft = Omit<Header, 'hasValues' | 'hasSession'>;

/**
 * The envelope of these values, under a fresh nonce.
 * @throws CoreError `INVALID_ARGUMENT`, `LIMIT_EXCEEDED`
 */
export async function sealEnvelope(
  ports: SealPorts,
  { draft, dek }: { readonly draft: HeaderDraft; readonly dek: Dek },
  values: Values,
): Promise<EncodedEnvelope> {
  const header = { ...draft, hasValues: values.size > 0, hasSession: values.has(SESSION_KEY) };
  const headerBytes = encodeHeader(header);
  const payloadNonce = ports.random.bytes(12);
  const binding = { nonce: payloadNonce, aad: headerBytes, salt: header.vaultId };
  const ciphertext = await ports.aead.seal(dek, encodePayload(values), binding);
  return encodeEnvelope({ headerBytes, payloadNonce, ciphertext });
}
