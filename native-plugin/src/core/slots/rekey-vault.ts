import { hex, type Bytes } from '../codec/bytes.ts';
import type { Slot } from '../codec/envelope.ts';
import { ENROLMENT, KEM, KIND, type Enrolment, type Kind } from '../codec/format-ids.ts';
import { CoreError } from '../ports/core-error.ts';
import type { CorePorts, Dek } from '../ports/ports.ts';
import { hasSlotId, type LoadedVault } from '../store/loaded-vault.ts';
import {
  assertKeyRoom,
  commitSlots,
  createSlots,
  inOrder,
  nextGeneration,
  policyOf,
  type VaultPolicy,
} from '../store/write-vault.ts';
import { isStricter } from './attempt-rules.ts';
import type { SlotRequest } from './make-slot.ts';
import type { OpenKeys, Unlocked } from './open-keys.ts';
import { rewrapOf, type Rewrap } from './rewrap-slot.ts';
import { wrapSlot } from './seal-envelope.ts';

export interface RekeyRequest {
  readonly policy: VaultPolicy;
  /** Kinds of slots that stay. Every other one goes, and its device keys are destroyed. */
  readonly keep: readonly Kind[];
  readonly create: readonly SlotRequest[];
}

/**
 * Other slots, under a new data key where every slot that stays can be wrapped again. FORMAT.md §12.
 * @throws CoreError `USER_CANCELED`, `POLICY_NOT_MET`, `CONFLICT`; then nothing changed
 */
export async function rekeyVault(ports: CorePorts, unlocked: Unlocked, asked: RekeyRequest): Promise<OpenKeys> {
  const { vault, keys, values } = unlocked;
  const request = withNewKeys(asked, vault);
  const { vaultId, scope, slots } = vault.envelope.header;
  const generation = nextGeneration(vault);
  assertKeyRoom(vault, request.create);
  const remaining = slots.filter(({ head }) => request.keep.includes(head.kind));
  const { rawDek, dek, kept } = await renewDataKey(ports, { vault, keys, remaining }, request.create.length > 0);
  const { enrolment } = request.policy;
  const target = rawDek && { binding: { vaultId, scope }, dek: rawDek, enrolment };
  const made = target ? await createSlots(ports, target, request.create) : [];
  rawDek?.fill(0);

  const draft = {
    vaultId,
    scope,
    ...policyOf(request.policy),
    generation,
    slots: inOrder([...kept.slots, ...made.map(({ slot }) => slot)]),
  };
  const isNewPasscode = request.create.some(({ kind }) => kind === KIND.appPasscode);
  const resetsAttempts = isNewPasscode || isStricter(request.policy, vault.envelope.header);
  const written = await commitSlots(ports, { over: vault, draft, dek, made, resetsAttempts }, values);
  const keks = new Map([...kept.keks, ...written.keys.keks]);
  return { ...written.keys, keks };
}

/** What is kept in name, but not with the key it has: its slot is made anew. FORMAT.md §12. */
function withNewKeys(request: RekeyRequest, { anchor, envelope }: LoadedVault): RekeyRequest {
  const { enrolment, slots } = envelope.header;
  const isDead = ({ head }: Slot): boolean => hasSlotId(anchor.deadSlots, head.slotId);
  // A biometric key was made to survive a changed enrolment, or not to; a passkey knows of none.
  const isOther = survives(enrolment) !== survives(request.policy.enrolment);
  const isForOther = ({ head }: Slot): boolean =>
    isOther && head.kind === KIND.biometric && head.kem !== KEM.webAuthnPrf;
  const anew = slots
    .filter((slot) => request.keep.includes(slot.head.kind) && (isDead(slot) || isForOther(slot)))
    .flatMap(({ head: { kind } }) => (kind === KIND.biometric || kind === KIND.deviceCredential ? [{ kind }] : []));
  const keep = request.keep.filter((kept) => !anew.some(({ kind }) => kind === kept));
  return { ...request, keep, create: [...request.create, ...anew] };
}

function survives(enrolment: Enrolment): boolean {
  return enrolment === ENROLMENT.ignore;
}

interface Renewal {
  readonly vault: LoadedVault;
  readonly keys: OpenKeys;
  readonly remaining: readonly Slot[];
}

interface Renewed {
  /** `undefined` when it is not needed and can't be had. */
  readonly rawDek: Bytes | undefined;
  readonly dek: Dek;
  readonly kept: { readonly slots: readonly Slot[]; readonly keks: OpenKeys['keks'] };
}

async function renewDataKey(ports: CorePorts, renewal: Renewal, needsRaw: boolean): Promise<Renewed> {
  const { vault, keys, remaining } = renewal;
  const rewraps = await rewrapsOf(ports, renewal);
  if (!rewraps) {
    const rawDek = needsRaw ? ports.aead.dekBytes?.(keys.dek) : undefined;
    if (needsRaw && !rawDek) throw new CoreError('POLICY_NOT_MET', 'unlock with the other slot first');
    return { rawDek, dek: keys.dek, kept: { slots: remaining, keks: keys.keks } };
  }
  const rawDek = ports.random.bytes(32);
  const dek = await ports.aead.importDek(rawDek);
  const slots: Slot[] = [];
  for (const { head, kek } of rewraps)
    slots.push(await wrapSlot(ports, { binding: vault.envelope.header, head, kek }, rawDek));
  const keks = new Map(rewraps.map(({ head, kek }) => [hex(head.slotId), kek]));
  return { rawDek, dek, kept: { slots, keks } };
}

/** `undefined`: at least one slot can't be wrapped again. */
async function rewrapsOf(
  ports: CorePorts,
  { vault, keys, remaining }: Renewal,
): Promise<readonly Rewrap[] | undefined> {
  const { vaultId } = vault.envelope.header;
  const rewraps: Rewrap[] = [];
  // A slot that may have to ask comes last, so that nobody is asked in vain.
  for (const { head } of [...remaining].reverse()) {
    const rewrap = await rewrapOf(ports, { vaultId, keys }, head);
    if (!rewrap) return undefined;
    rewraps.push(rewrap);
  }
  return rewraps;
}
