import type { Anchor } from '../codec/anchor.ts';
import { hex, isEqual, type Bytes } from '../codec/bytes.ts';
import type { EncodedEnvelope } from '../codec/encode-envelope.ts';
import type { CorePorts } from '../ports/ports.ts';
import { sealAnchor } from '../slots/anchor-tag.ts';
import { loadVault } from './load-vault.ts';
import {
  conflict,
  hasSlotId,
  recordsOf,
  slotIdSet,
  slotIdsOf,
  writeAnchor,
  type LoadedVault,
  type StoredAnchor,
} from './loaded-vault.ts';
import { destroyLeftOverKeys } from './repair.ts';

export interface NewEnvelope extends EncodedEnvelope {
  /** The passcode is a new one, the vault replaces another, or fewer attempts are allowed from now on. */
  readonly resetsAttempts: boolean;
}

/**
 * Puts a sealed envelope in place of the one that was loaded: the old state or the new, never neither.
 * FORMAT.md §10.1.
 * @throws CoreError `CONFLICT`, or what storage rejects with: then the old envelope is still in place
 */
export async function commitEnvelope(ports: CorePorts, over: StoredAnchor, next: NewEnvelope): Promise<LoadedVault> {
  const digest = await ports.aead.digest(next.bytes);
  try {
    const vault = await (ports.joint ? writeJointly : writeInTurn)(ports, over, { ...next, digest });
    return await destroyLeftOverKeys(ports, vault);
  } catch (error) {
    // A failed write may still have happened: what is stored decides, as after a crash.
    const found = await loadVault(ports, over.anchor.scope).catch(() => undefined);
    if (found && isEqual(found.digest, digest)) return found;
    throw error;
  }
}

type Digested = NewEnvelope & { readonly digest: Bytes };

async function writeInTurn(ports: CorePorts, over: StoredAnchor, next: Digested): Promise<LoadedVault> {
  const { envelope } = next;
  const { generation } = envelope.header;
  const announced = await writeAnchor(ports, over, {
    next: { generation, digest: next.digest },
    nextResets: next.resetsAttempts,
    keySlots: slotIdSet(over.anchor.keySlots, slotIdsOf(envelope)),
  });
  const name = hex(over.anchor.scope);
  if (over.anchor.cur) await ports.blobs.former?.keep(name);
  await ports.blobs.write(name, next.bytes);
  const settled = await writeAnchor(ports, announced, settledAnchor(announced.anchor, next));
  return { ...settled, envelope, envelopeBytes: next.bytes, digest: next.digest };
}

async function writeJointly(ports: CorePorts, over: StoredAnchor, next: Digested): Promise<LoadedVault> {
  const vault = await settledVault(ports, over, next);
  const commit = { expected: over.bytes, anchor: vault.bytes, envelope: vault.envelopeBytes };
  if (!(await ports.joint?.commit(hex(over.anchor.scope), commit))) throw conflict();
  return vault;
}

/**
 * {@link commitEnvelope} of who has no turn, over a vault that is settled: one transaction, and no look at what became of it.
 * @throws CoreError `CONFLICT`, or what storage rejects with: it may have been written all the same
 */
export async function replaceEnvelope(ports: CorePorts, over: LoadedVault, next: NewEnvelope): Promise<LoadedVault> {
  const vault = await settledVault(ports, over, { ...next, digest: await ports.aead.digest(next.bytes) });
  const isReplaced = await ports.joint?.replace(hex(over.anchor.scope), recordsOf(over), recordsOf(vault));
  if (!isReplaced) throw conflict();
  return vault;
}

/** What both records are after a commit in one transaction. */
async function settledVault(ports: CorePorts, over: StoredAnchor, next: Digested): Promise<LoadedVault> {
  const { envelope } = next;
  const keySlots = slotIdSet(over.anchor.keySlots, slotIdsOf(envelope));
  const anchor = { ...over.anchor, keySlots, ...settledAnchor(over.anchor, next) };
  const bytes = await sealAnchor(ports.anchorMac, anchor, over.key);
  return { anchor, bytes, key: over.key, envelope, envelopeBytes: next.bytes, digest: next.digest };
}

function settledAnchor(anchor: Anchor, { envelope, digest, resetsAttempts }: Digested): Partial<Anchor> {
  const kept = slotIdsOf(envelope);
  return {
    cur: { generation: envelope.header.generation, digest },
    next: undefined,
    nextResets: false,
    deadSlots: anchor.deadSlots.filter((id) => hasSlotId(kept, id)),
    ...(resetsAttempts && { attempts: 0, pending: false, delayStart: 0 }),
  };
}
