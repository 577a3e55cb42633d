import type { Anchor, EnvelopeRef } from '../codec/anchor.ts';
import { hex, isEqual, type Bytes } from '../codec/bytes.ts';
import { parseEnvelope } from '../codec/parse-envelope.ts';
import { CoreError, corrupt } from '../ports/core-error.ts';
import type { CorePorts, JointStore } from '../ports/ports.ts';
import { openAnchor } from '../slots/anchor-tag.ts';
import { assertScope } from '../slots/open-envelope.ts';
import { anchorKeyName } from '../slots/storage-names.ts';
import { eraseVault } from './erase-vault.ts';
import type { LoadedVault } from './loaded-vault.ts';
import { repair } from './repair.ts';
import { startingOver } from './starting-over.ts';

/**
 * The vault of this scope, checked and repaired as FORMAT.md §9 orders it. `undefined`: definitely
 * nothing stored. Never costs an attempt.
 * @throws CoreError `CORRUPT`, `UNSUPPORTED_FORMAT`, `ROLLED_BACK`, `SCOPE_MISMATCH`, `KEY_MISSING`,
 * `TOO_MANY_ATTEMPTS` (an attempt that a killed process began was the last), `TEMPORARILY_UNAVAILABLE`, `CONFLICT`
 */
export function loadVault(ports: CorePorts, scope: Bytes): Promise<LoadedVault | undefined> {
  return startingOver(() => loadAndRepair(ports, scope));
}

async function loadAndRepair(ports: CorePorts, scope: Bytes): Promise<LoadedVault | undefined> {
  const found = await findVault(ports, scope);
  if (found === 'gone') {
    await eraseVault(ports, scope);
    return undefined;
  }
  if (found?.isFormer) await ports.blobs.former?.restore(hex(scope));
  return found && repair(ports, found.vault, found.accepted);
}

/**
 * {@link loadVault} for who only wants to know: repairs and writes nothing, so it needs no turn.
 * @throws CoreError as {@link loadVault}, but never `TOO_MANY_ATTEMPTS` or `CONFLICT`
 */
export async function peekVault(ports: CorePorts, scope: Bytes): Promise<LoadedVault | undefined> {
  const found = await findVault(ports, scope);
  return found === 'gone' ? undefined : found?.vault;
}

/** An envelope that the anchor names. */
interface Accepted {
  readonly vault: LoadedVault;
  readonly accepted: EnvelopeRef;
  /** It is the one before the one that is stored. */
  readonly isFormer: boolean;
}

/** Steps 1 to 12 of FORMAT.md §9. `gone`: an erasure or a creation that did not end; what is left is to be erased. */
async function findVault(ports: CorePorts, scope: Bytes): Promise<Accepted | 'gone' | undefined> {
  const { anchor: anchorBytes, envelope: envelopeBytes, key } = await readStored(ports, scope);
  if (!anchorBytes) {
    if (envelopeBytes) throw rolledBack('an envelope without an anchor');
    return undefined;
  }

  const anchor = await openAnchor(ports.anchorMac, { scope, key }, anchorBytes);
  assertScope(anchor.scope, scope);
  if (anchor.erasing || (!envelopeBytes && !anchor.cur)) return 'gone';
  const stored = { anchor, bytes: anchorBytes, key };
  try {
    return { ...(await acceptEnvelope(ports, stored, envelopeBytes)), isFormer: false };
  } catch (error) {
    const former = error instanceof CoreError ? await findFormer(ports, stored) : undefined;
    if (!former) throw error;
    return { ...former, isFormer: true };
  }
}

type AnchorFound = Pick<LoadedVault, 'anchor' | 'bytes' | 'key'>;

/** Steps 8 to 12. @throws CoreError in that order */
async function acceptEnvelope(ports: CorePorts, stored: AnchorFound, bytes: Bytes | undefined) {
  const { anchor } = stored;
  if (!bytes) throw rolledBack('an anchor without its envelope');
  const envelope = parseEnvelope(bytes);
  assertScope(envelope.header.scope, anchor.scope);
  if (!isEqual(envelope.header.vaultId, anchor.vaultId)) throw rolledBack("another vault's envelope");
  const digest = await ports.aead.digest(bytes);
  const accepted = accept(anchor, { generation: envelope.header.generation, digest });
  return { vault: { ...stored, envelope, envelopeBytes: bytes, digest }, accepted };
}

/** The anchor may have lost what was written to it last: then it still names the envelope before the stored one. */
async function findFormer(ports: CorePorts, stored: AnchorFound) {
  const bytes = ports.joint ? undefined : await ports.blobs.former?.read(hex(stored.anchor.scope));
  try {
    return bytes && (await acceptEnvelope(ports, stored, bytes));
  } catch (error) {
    if (error instanceof CoreError) return undefined;
    throw error;
  }
}

async function readStored({ joint, anchors, blobs }: CorePorts, scope: Bytes): ReturnType<JointStore['read']> {
  const name = hex(scope);
  if (joint) return joint.read(name, anchorKeyName(scope));
  return { anchor: await anchors.read(name), envelope: await blobs.read(name) };
}

/** Which of the anchor's envelopes this is. @throws CoreError `CORRUPT`, `ROLLED_BACK` */
function accept({ cur, next }: Anchor, found: EnvelopeRef): EnvelopeRef {
  const sameGeneration = [cur, next].filter((ref) => ref?.generation === found.generation);
  if (sameGeneration.length === 0) throw rolledBack('an envelope of another generation');
  const accepted = sameGeneration.find((ref) => ref && isEqual(ref.digest, found.digest));
  if (!accepted) throw corrupt('the envelope was changed');
  return accepted;
}

function rolledBack(detail: string): CoreError {
  return new CoreError('ROLLED_BACK', detail);
}
