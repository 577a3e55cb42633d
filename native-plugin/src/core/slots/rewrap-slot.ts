import { hex, type Bytes } from '../codec/bytes.ts';
import type { SlotHead } from '../codec/envelope.ts';
import { KEM, KIND } from '../codec/format-ids.ts';
import type { CorePorts, Kek } from '../ports/ports.ts';
import type { OpenKeys } from './open-keys.ts';
import { deriveKek } from './slot-key.ts';
import { kemOf, slotSecret } from './slot-secret.ts';
import { deviceKeyNames } from './storage-names.ts';

/** How a slot can be wrapped again. */
export interface Rewrap {
  readonly head: SlotHead;
  readonly kek: Kek;
}

/**
 * FORMAT.md §12. `undefined`: not without the person, so the data key has to stay.
 * @throws CoreError `USER_CANCELED`: a WebAuthn slot was asked
 */
export async function rewrapOf(
  ports: CorePorts,
  { vaultId, keys }: { readonly vaultId: Bytes; readonly keys: OpenKeys },
  head: SlotHead,
): Promise<Rewrap | undefined> {
  const held = keys.keks.get(hex(head.slotId));
  if (head.kind === KIND.appPasscode) return held && { head, kek: held };
  if (head.kind === KIND.device) return { head, kek: await deriveKek(ports, { vaultId, head }, new Uint8Array(32)) };

  const kem = kemOf(ports.kems, head.kind);
  if (kem.encapsulate) {
    const { secret, enc } = await kem.encapsulate(deviceKeyNames(vaultId, head.slotId).kem);
    const rewrapped = { ...head, enc };
    return { head: rewrapped, kek: await deriveKek(ports, { vaultId, head: rewrapped }, secret) };
  }
  if (held) return { head, kek: held };
  if (head.kem !== KEM.webAuthnPrf) return undefined;
  const secret = await slotSecret(ports, { vaultId, head }, {});
  return { head, kek: await deriveKek(ports, { vaultId, head }, secret) };
}
