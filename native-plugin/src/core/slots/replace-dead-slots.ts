import { KIND, type Kind } from '../codec/format-ids.ts';
import { CoreError } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { hasSlotId } from '../store/loaded-vault.ts';
import type { SlotRequest } from './make-slot.ts';
import type { OpenKeys, Unlocked } from './open-keys.ts';
import { rekeyVault } from './rekey-vault.ts';

/**
 * Removes slots whose key the system destroyed, and makes them anew where that needs no prompt.
 * FORMAT.md §11.4. The person is in either way: what can't be replaced now stays dead until the next unlock.
 */
export async function replaceDeadSlots(ports: CorePorts, unlocked: Unlocked): Promise<OpenKeys> {
  const { vault, keys } = unlocked;
  const { header } = vault.envelope;
  const isDead = ({ head }: (typeof header.slots)[number]) => hasSlotId(vault.anchor.deadSlots, head.slotId);
  const dead = header.slots.filter(isDead).map(({ head }) => head.kind);
  if (dead.length === 0) return keys;

  const keep = header.slots.filter((slot) => !isDead(slot)).map(({ head }) => head.kind);
  const create = dead.flatMap((kind) => withoutPrompt(ports, kind));
  try {
    return await rekeyVault(ports, unlocked, { policy: header, keep, create });
  } catch (error) {
    if (error instanceof CoreError) return keys;
    throw error;
  }
}

/** A public key wraps without asking anyone. */
function withoutPrompt({ kems }: CorePorts, kind: Kind): readonly SlotRequest[] {
  if (kind === KIND.biometric && kems.biometric?.encapsulate) return [{ kind }];
  if (kind === KIND.deviceCredential && kems.deviceCredential?.encapsulate) return [{ kind }];
  return [];
}
