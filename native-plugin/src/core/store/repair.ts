import type { Anchor, EnvelopeRef } from '../codec/anchor.ts';
import type { CorePorts } from '../ports/ports.ts';
import { failAttempt } from '../slots/attempts.ts';
import { destroySlotKeys } from './destroy-slot-keys.ts';
import { hasSlotId, slotIdsOf, writeAnchor, type LoadedVault } from './loaded-vault.ts';

/** Finishes what a killed process began: steps a to c of FORMAT.md §9. @throws CoreError `TOO_MANY_ATTEMPTS`, `CONFLICT` */
export async function repair(ports: CorePorts, found: LoadedVault, accepted: EnvelopeRef): Promise<LoadedVault> {
  const settled = found.anchor.next ? await writeAnchor(ports, found, settledBy(found, accepted)) : found;
  return destroyLeftOverKeys(ports, await failPendingAttempt(ports, settled));
}

/** What a commit would have written last, or nothing of it. */
function settledBy({ anchor, envelope }: LoadedVault, accepted: EnvelopeRef): Partial<Anchor> {
  const isReset = accepted === anchor.next && anchor.nextResets;
  const slots = slotIdsOf(envelope);
  const deadSlots = anchor.deadSlots.filter((id) => hasSlotId(slots, id));
  const attempts = isReset ? { attempts: 0, pending: false, delayStart: 0 } : {};
  return { cur: accepted, next: undefined, nextResets: false, deadSlots, ...attempts };
}

/** Whoever could make a killed process cost nothing could guess for ever. */
async function failPendingAttempt(ports: CorePorts, vault: LoadedVault): Promise<LoadedVault> {
  if (!vault.anchor.pending) return vault;
  return failAttempt(ports, vault);
}

/** The revocation: keys of slots that the envelope no longer has. What can't be destroyed now stays listed for the next time. */
export async function destroyLeftOverKeys(ports: CorePorts, vault: LoadedVault): Promise<LoadedVault> {
  const { vaultId, keySlots } = vault.anchor;
  const kept = slotIdsOf(vault.envelope);
  const leftOver = keySlots.filter((id) => !hasSlotId(kept, id));
  const stuck = await destroySlotKeys(ports, vaultId, leftOver);
  if (stuck.length === leftOver.length) return vault;
  return writeAnchor(ports, vault, { keySlots: keySlots.filter((id) => hasSlotId(kept, id) || hasSlotId(stuck, id)) });
}
