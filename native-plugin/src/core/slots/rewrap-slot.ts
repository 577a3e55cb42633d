import { hex, type Bytes } from '../codec/bytes.ts';
import type { Envelope, SlotHead } from '../codec/envelope.ts';
import { KEM, KIND } from '../codec/format-ids.ts';
import { deriveKek } from './slot-key.ts';
import { kemOf, slotSecret } from './slot-secret.ts';
import { deviceKeyNames } from './storage-names.ts';
import type { CorePorts, Dek, Kek } from '../ports/ports.ts';

/** What an unlocked vault holds: never a passcode, never readable key bytes. */
export interface Session {
  readonly dek: Dek;
  /** By the slot id in hexadecimal: keys of slots that were opened or made since the unlock. */
  readonly keks: ReadonlyMap<string, Kek>;
  /** {@link slotsAsStored} of the envelope that it opens: another one was made by somebody else. */
  readonly slots: string;
}

/** Changes with every re-key, and with nothing else: each slot is wrapped anew, under a fresh nonce. */
export function slotsAsStored({ header }: Envelope): string {
  return header.slots.map(({ wrapped }) => hex(wrapped)).join('.');
}

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
  { vaultId, session }: { readonly vaultId: Bytes; readonly session: Session },
  head: SlotHead,
): Promise<Rewrap | undefined> {
  const held = session.keks.get(hex(head.slotId));
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
