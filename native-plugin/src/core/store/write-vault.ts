import { hex, type Bytes } from '../codec/bytes.ts';
import type { EncodedEnvelope } from '../codec/encode-envelope.ts';
import type { Slot } from '../codec/envelope.ts';
import type { Enrolment, Kind, Mode } from '../codec/format-ids.ts';
import { LIMIT } from '../codec/format-limits.ts';
import type { Values } from '../codec/payload.ts';
import { CoreError } from '../ports/core-error.ts';
import type { CorePorts, Dek } from '../ports/ports.ts';
import { isStricter } from '../slots/attempt-rules.ts';
import { createSlot, type MadeSlot, type SlotRequest, type SlotTarget } from '../slots/make-slot.ts';
import { slotsAsStored, type Opened } from '../slots/open-keys.ts';
import { sealEnvelope, type HeaderDraft } from '../slots/seal-envelope.ts';
import { ALL_VAULTS, anchorKeyName } from '../slots/storage-names.ts';
import { commitEnvelope, replaceEnvelope, type NewEnvelope } from './commit-envelope.ts';
import { destroySlotKeys } from './destroy-slot-keys.ts';
import type { LoadedVault, StoredAnchor } from './loaded-vault.ts';

/** What a vault is configured to. */
export interface VaultPolicy {
  readonly mode: Mode;
  readonly enrolment: Enrolment;
  readonly maxAttempts: number;
  readonly wipeAtMax: boolean;
  readonly passcodeSetupNeeded: boolean;
}

/** Only these fields: the argument may be a whole header. */
export function policyOf({ mode, enrolment, maxAttempts, wipeAtMax, passcodeSetupNeeded }: VaultPolicy): VaultPolicy {
  return { mode, enrolment, maxAttempts, wipeAtMax, passcodeSetupNeeded };
}

export interface NewVault {
  readonly policy: VaultPolicy;
  readonly slots: readonly SlotRequest[];
  readonly values: Values;
}

/** A new vault in place of `over`, or where there is none: a new data key and new slots. FORMAT.md §10.2. */
export function createVault(
  ports: CorePorts,
  { scope, over }: { readonly scope: Bytes; readonly over: LoadedVault | undefined },
  request: NewVault,
): Promise<Opened> {
  if (over) return createOver(ports, over, request);
  const create = async () => createOver(ports, await emptyPlace(ports, scope), request);
  return ports.mutex ? ports.mutex(ALL_VAULTS, create) : create();
}

async function createOver(ports: CorePorts, over: StoredAnchor, { policy, slots, values }: NewVault): Promise<Opened> {
  const { vaultId, scope } = over.anchor;
  assertKeyRoom(over, slots);
  const rawDek = ports.random.bytes(32);
  const dek = await ports.aead.importDek(rawDek);
  const made = await createSlots(
    ports,
    { binding: { vaultId, scope }, dek: rawDek, enrolment: policy.enrolment },
    slots,
  );
  rawDek.fill(0);
  const draft = {
    vaultId,
    scope,
    ...policyOf(policy),
    generation: nextGeneration(over),
    slots: inOrder(made.map(({ slot }) => slot)),
  };
  return commitSlots(ports, { over, draft, dek, made, resetsAttempts: true }, values);
}

interface Rewrite {
  readonly vault: LoadedVault;
  readonly dek: Dek;
  /** What changes besides the values. */
  readonly policy?: Partial<VaultPolicy>;
}

/** Another payload; data key and slots stay. */
export async function writeValues(ports: CorePorts, rewrite: Rewrite, values: Values): Promise<LoadedVault> {
  return commitEnvelope(ports, rewrite.vault, await sealValues(ports, rewrite, values));
}

/**
 * {@link writeValues} of who has no turn, over exactly the vault that was loaded; it has to be settled.
 * @throws CoreError `CONFLICT`, or why it can't be known whether it was written
 */
export async function rewriteValues(ports: CorePorts, rewrite: Rewrite, values: Values): Promise<LoadedVault> {
  return replaceEnvelope(ports, rewrite.vault, await sealValues(ports, rewrite, values));
}

async function sealValues(ports: CorePorts, { vault, dek, policy }: Rewrite, values: Values): Promise<NewEnvelope> {
  const { header } = vault.envelope;
  const draft = { ...header, ...policy, generation: nextGeneration(vault) };
  return { ...(await sealEnvelope(ports, { draft, dek }, values)), resetsAttempts: isStricter(draft, header) };
}

/** Makes all or none. */
export async function createSlots(
  ports: CorePorts,
  target: SlotTarget,
  requests: readonly SlotRequest[],
): Promise<readonly MadeSlot[]> {
  const made: MadeSlot[] = [];
  try {
    for (const request of requests) made.push(await createSlot(ports, target, request));
    return made;
  } catch (error) {
    await destroyMade(ports, target.binding.vaultId, made);
    throw error;
  }
}

interface SlotCommit {
  readonly over: StoredAnchor;
  readonly draft: HeaderDraft;
  readonly dek: Dek;
  /** Slots whose keys are held from now on. */
  readonly made: readonly MadeSlot[];
  readonly resetsAttempts: boolean;
}

/**
 * Seals and commits. Once committing has begun the new keys stay, whatever it rejects with: only
 * loading can tell whether they are in use, and it destroys those that are not.
 */
export async function commitSlots(ports: CorePorts, commit: SlotCommit, values: Values): Promise<Opened> {
  const { over, draft, dek, made, resetsAttempts } = commit;
  const sealed = await sealOrDestroy();
  const vault = await commitEnvelope(ports, over, { ...sealed, resetsAttempts });
  const keks = new Map(made.map(({ slot, kek }) => [hex(slot.head.slotId), kek]));
  return { vault, keys: { dek, keks, slots: slotsAsStored(vault.envelope) } };

  async function sealOrDestroy(): Promise<EncodedEnvelope> {
    try {
      return await sealEnvelope(ports, { draft, dek }, values);
    } catch (error) {
      await destroyMade(ports, draft.vaultId, made);
      throw error;
    }
  }
}

/**
 * Before any key is made: the anchor has to list them all, and those that couldn't be destroyed yet.
 * @throws CoreError `TEMPORARILY_UNAVAILABLE`
 */
export function assertKeyRoom({ anchor }: StoredAnchor, requests: readonly SlotRequest[]): void {
  if (anchor.keySlots.length + requests.length > LIMIT.keySlots)
    throw new CoreError('TEMPORARILY_UNAVAILABLE', 'keys of former slots can not be destroyed now');
}

/** @throws CoreError `LIMIT_EXCEEDED` */
export function nextGeneration({ anchor }: StoredAnchor): number {
  const generation = (anchor.cur?.generation ?? 0) + 1;
  if (generation > LIMIT.generation) throw new CoreError('LIMIT_EXCEEDED', 'the generation is used up');
  return generation;
}

export function inOrder(slots: readonly Slot[]): readonly Slot[] {
  const kindOf = ({ head }: Slot): Kind => head.kind;
  return [...slots].sort((a, b) => kindOf(a) - kindOf(b));
}

async function destroyMade(ports: CorePorts, vaultId: Bytes, made: readonly MadeSlot[]): Promise<void> {
  await destroySlotKeys(
    ports,
    vaultId,
    made.map(({ slot }) => slot.head.slotId),
  );
}

async function emptyPlace(ports: CorePorts, scope: Bytes): Promise<StoredAnchor> {
  const key = anchorKeyName(scope);
  if (!(await ports.anchorMac.exists(key))) await ports.anchorMac.create(key);
  const nothing = {
    cur: undefined,
    next: undefined,
    nextResets: false,
    erasing: false,
    pending: false,
    attempts: 0,
    delayStart: 0,
  };
  const anchor = { ...nothing, vaultId: ports.random.bytes(16), scope, keySlots: [], deadSlots: [] };
  return { anchor, bytes: undefined };
}
