import { ascii, concat, type Bytes } from '../codec/bytes.ts';
import { encodeSlotHead } from '../codec/encode-envelope.ts';
import type { SlotHead } from '../codec/envelope.ts';
import { corrupt } from '../ports/core-error.ts';
import type { CorePorts, Kek } from '../ports/ports.ts';
import { deviceKeyNames } from './storage-names.ts';

/** What every slot of a vault is bound to. */
export interface VaultBinding {
  readonly vaultId: Bytes;
  readonly scope: Bytes;
}

/** Additional data of a wrapped data key: another vault's slot, or a changed one, does not open. */
export function slotAad({ vaultId, scope }: VaultBinding, head: SlotHead): Bytes {
  return concat(ascii('idv1/slot'), vaultId, scope, encodeSlotHead(head));
}

/**
 * The key that wraps the data key, from the slot's secret and the device function of it. FORMAT.md §6.3.
 * @throws CoreError `CORRUPT`: the secret is not 32 bytes long; whatever the device function rejects with
 */
export async function deriveKek(
  ports: Pick<CorePorts, 'aead' | 'deviceFunction'>,
  { vaultId, head }: { readonly vaultId: Bytes; readonly head: SlotHead },
  secret: Bytes,
): Promise<Kek> {
  if (secret.length !== 32) throw corrupt('the secret of a slot is not 32 bytes long');
  const { prf } = deviceKeyNames(vaultId, head.slotId);
  const ofDevice = await ports.deviceFunction.evaluate(prf, secret, head.prf);
  return ports.aead.deriveKek({
    secret: concat(secret, ofDevice),
    salt: concat(vaultId, head.slotId),
    info: concat(ascii('idv1/kek'), encodeSlotHead(head)),
  });
}
