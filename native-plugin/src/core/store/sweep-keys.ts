import type { Anchor } from '../codec/anchor.ts';
import { hex, type Bytes } from '../codec/bytes.ts';
import { parseAnchor } from '../codec/parse-anchor.ts';
import { CoreError, coreErrorCode } from '../ports/core-error.ts';
import type { AnchorMac, Mutex } from '../ports/ports.ts';
import { openAnchor } from '../slots/anchor-tag.ts';
import { ALL_VAULTS, vaultLockName } from '../slots/storage-names.ts';

/** What is stored on a device, of every vault. */
export interface StoredEverywhere {
  readonly anchorMac: AnchorMac;
  readonly mutex: Mutex;
  /** Of stored anchors: the scope in hexadecimal. */
  anchorNames(): Promise<readonly string[]>;
  readAnchor(name: string): Promise<Bytes | undefined>;
  keyNames(): Promise<readonly string[]>;
  destroyKey(name: string): Promise<void>;
}

/**
 * Destroys device keys that belong to no slot: a killed process made them and didn't get further, or an erasure could
 * not destroy them. They open nothing. FORMAT.md §17, "Sweeping".
 * @throws CoreError `TEMPORARILY_UNAVAILABLE`: nothing more is destroyed now
 */
export async function sweepKeys(stored: StoredEverywhere): Promise<void> {
  const anchors = await stored.mutex(ALL_VAULTS, () => sweepForgottenVaults(stored));
  for (const name of anchors) await stored.mutex(vaultLockName(name), () => sweepVault(stored, name));
}

/** Keys of vault ids that no anchor vouches for. @returns the names of the anchors that vouch for theirs */
async function sweepForgottenVaults(stored: StoredEverywhere): Promise<readonly string[]> {
  // Listed before the anchors: a key that is made meanwhile is not in the list.
  const keys = await stored.keyNames();
  const names = await stored.anchorNames();
  const anchors = await Promise.all(names.map((name) => vouching(stored, name)));
  const known = new Set(anchors.flatMap((anchor) => (anchor ? [hex(anchor.vaultId)] : [])));
  await destroyAll(stored, keys, ({ vaultId }) => !known.has(vaultId));
  return names.filter((_, index) => anchors[index] !== undefined);
}

/** Keys of slots that the anchor does not list. */
async function sweepVault(stored: StoredEverywhere, name: string): Promise<void> {
  const keys = await stored.keyNames();
  const anchor = await vouching(stored, name);
  if (!anchor) return;
  const vault = hex(anchor.vaultId);
  const listed = new Set(anchor.keySlots.map((id) => hex(id)));
  await destroyAll(stored, keys, ({ vaultId, slotId }) => vaultId === vault && !listed.has(slotId));
}

/** An anchor that can be read and is this vault's. @throws CoreError one that can't be read now: nobody knows what it lists */
async function vouching(stored: StoredEverywhere, name: string): Promise<Anchor | undefined> {
  try {
    const bytes = await stored.readAnchor(name);
    if (!bytes) return undefined;
    const { scope } = parseAnchor(bytes).anchor;
    return hex(scope) === name ? await openAnchor(stored.anchorMac, { scope }, bytes) : undefined;
  } catch (error) {
    if (error instanceof CoreError && coreErrorCode(error) !== 'TEMPORARILY_UNAVAILABLE') return undefined;
    throw error;
  }
}

interface SlotKey {
  readonly vaultId: string;
  readonly slotId: string;
}

async function destroyAll(
  stored: StoredEverywhere,
  names: readonly string[],
  isLeftOver: (key: SlotKey) => boolean,
): Promise<void> {
  for (const name of names) {
    const [, vaultId = '', slotId = ''] = /^idv1\.([0-9a-f]{32})\.([0-9a-f]{16})\.(?:prf|kem)$/.exec(name) ?? [];
    if (vaultId !== '' && isLeftOver({ vaultId, slotId })) await stored.destroyKey(name);
  }
}
