import { hex, isEqual, type Bytes } from '../codec/bytes.ts';
import { CoreError } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { openAnchor } from '../slots/anchor-tag.ts';
import { anchorKeyName } from '../slots/storage-names.ts';
import { destroySlotKeys } from './destroy-slot-keys.ts';
import { writeAnchor, type StoredAnchor } from './loaded-vault.ts';

/**
 * Erases whatever is stored for this scope, readable or not. FORMAT.md §10.3. The vault is gone
 * from the first write on; loading finishes what a killed process began. Keys that can't be destroyed now are left:
 * they open nothing.
 * @throws CoreError `CONFLICT`, `TEMPORARILY_UNAVAILABLE`: it is still there
 */
export async function eraseVault(ports: CorePorts, scope: Bytes): Promise<void> {
  const name = hex(scope);
  const stored = await readableAnchor(ports, scope);
  if (stored && !stored.anchor.erasing) await writeAnchor(ports, stored, { erasing: true });
  // Only what the anchor says: an envelope that nobody authenticated may name another vault's keys.
  if (stored) await destroySlotKeys(ports, stored.anchor.vaultId, stored.anchor.keySlots);

  await ports.blobs.remove(name);
  await ports.anchors.remove(name);
  await ports.anchorMac.destroy(anchorKeyName(scope)).catch(ignoreRefusal);
}

/** What can't be read, for good or just now, is no reason to keep what is to be erased. */
async function readableAnchor(ports: CorePorts, scope: Bytes): Promise<StoredAnchor | undefined> {
  try {
    const bytes = await ports.anchors.read(hex(scope));
    const anchor = bytes && (await openAnchor(ports.anchorMac, { scope }, bytes));
    return anchor && isEqual(anchor.scope, scope) ? { anchor, bytes } : undefined;
  } catch (error) {
    ignoreRefusal(error);
    return undefined;
  }
}

/** @throws what is no refusal of a port: that is a mistake, and hides nothing */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof CoreError)) throw error;
}
