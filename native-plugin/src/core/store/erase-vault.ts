import { hex, isEqual, type Bytes } from '../codec/bytes.ts';
import type { Envelope } from '../codec/envelope.ts';
import { parseEnvelope } from '../codec/parse-envelope.ts';
import { coreErrorCode } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { openAnchor } from '../slots/anchor-tag.ts';
import { anchorKeyName } from '../slots/storage-names.ts';
import { destroySlotKeys } from './destroy-slot-keys.ts';
import { slotIdsOf, writeAnchor, type StoredAnchor } from './loaded-vault.ts';

/**
 * Erases whatever is stored for this scope, readable or not. FORMAT.md §10.3. The vault is gone
 * from the first write on; loading finishes what a killed process began.
 * @throws CoreError `CONFLICT`, `TEMPORARILY_UNAVAILABLE`
 */
export async function eraseVault(ports: CorePorts, scope: Bytes): Promise<void> {
  const name = hex(scope);
  const stored = await readableAnchor(ports, scope);
  if (stored && !stored.anchor.erasing) await writeAnchor(ports, stored, { erasing: true });

  const bytes = await ports.blobs.read(name);
  const envelope = bytes && readable(() => parseEnvelope(bytes));
  if (stored) await destroySlotKeys(ports, stored.anchor.vaultId, stored.anchor.keySlots);
  // A foreign envelope put in place of ours must not make us destroy another vault's keys.
  if (envelope && isOurs(envelope, scope, stored))
    await destroySlotKeys(ports, envelope.header.vaultId, slotIdsOf(envelope));

  await ports.blobs.remove(name);
  await ports.anchors.remove(name);
  await ports.anchorMac.destroy(anchorKeyName(scope));
}

async function readableAnchor(ports: CorePorts, scope: Bytes): Promise<StoredAnchor | undefined> {
  const bytes = await ports.anchors.read(hex(scope));
  if (!bytes) return undefined;
  try {
    const anchor = await openAnchor(ports.anchorMac, scope, bytes);
    return isEqual(anchor.scope, scope) ? { anchor, bytes } : undefined;
  } catch (error) {
    assertDamage(error);
    return undefined;
  }
}

function isOurs({ header }: Envelope, scope: Bytes, stored: StoredAnchor | undefined): boolean {
  return isEqual(header.scope, scope) && (!stored || isEqual(header.vaultId, stored.anchor.vaultId));
}

function readable<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    assertDamage(error);
    return undefined;
  }
}

/** Damage is no reason to keep something that is to be erased; not being able to read it now is one. */
function assertDamage(error: unknown): void {
  const code = coreErrorCode(error);
  if (code !== 'CORRUPT' && code !== 'UNSUPPORTED_FORMAT' && code !== 'KEY_MISSING') throw error;
}
