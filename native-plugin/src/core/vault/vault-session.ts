import { hex, type Bytes } from '../codec/bytes.ts';
import { KIND } from '../codec/format-ids.ts';
import { encodePayload, type Values } from '../codec/payload.ts';
import { CoreError, coreErrorCode } from '../ports/core-error.ts';
import type { SlotHead } from '../codec/envelope.ts';
import { findSlot, openPayload } from '../slots/open-envelope.ts';
import { slotSecret } from '../slots/slot-secret.ts';
import type { CorePorts } from '../ports/ports.ts';
import { hasSlotId, slotIdSet, writeAnchor, type LoadedVault } from '../store/loaded-vault.ts';
import { rekeyVault, type RekeyRequest } from '../slots/rekey-vault.ts';
import { replaceDeadSlots } from '../slots/replace-dead-slots.ts';
import { slotsAsStored, type Session } from '../slots/rewrap-slot.ts';
import { unlockSlot, type UnlockRequest } from '../slots/unlock-slot.ts';
import type { VaultAccess } from '../store/vault-access.ts';
import { writeValues, type VaultPolicy } from '../store/write-vault.ts';

/** Values to set; `undefined` removes. */
export type Changes = ReadonlyMap<string, Bytes | undefined>;

/** What a write may change of the vault besides its values. */
export type PolicyChanges = Partial<Pick<VaultPolicy, 'enrolment' | 'maxAttempts' | 'wipeAtMax'>>;

/** The key of an unlocked vault, or the values of one in memory, and what is done with them. */
export class VaultSession {
  readonly #ports: CorePorts;
  readonly #access: VaultAccess;
  readonly #onStale: () => void;
  #held: Session | undefined;
  #memory: Values | undefined;
  /** Opened, but not yet known to be in time. */
  #opened: Session | undefined;
  /** The slot whose key the system turned out to have destroyed. */
  #deadSlot: Bytes | undefined;

  /** @param onStale the vault was re-keyed elsewhere: what is held opens it no more */
  constructor(ports: CorePorts, access: VaultAccess, onStale: () => void) {
    this.#ports = ports;
    this.#access = access;
    this.#onStale = onStale;
  }

  hold(session: Session): void {
    this.#held = session;
    this.#memory = undefined;
  }

  /** @throws CoreError `INVALID_ARGUMENT` */
  holdMemory(values: Values): void {
    encodePayload(values);
    this.#held = undefined;
    this.#memory = new Map(values);
  }

  drop(): void {
    this.#held = undefined;
    this.#memory = undefined;
    this.#opened = undefined;
  }

  /** What was opened was in time. */
  keepOpened(): void {
    if (this.#opened) this.hold(this.#opened);
    this.#opened = undefined;
  }

  dropOpened(): void {
    this.#opened = undefined;
  }

  /** @throws CoreError as unlocking does */
  async open(vault: LoadedVault, request: UnlockRequest): Promise<void> {
    try {
      const unlocked = await unlockSlot(this.#ports, vault, request);
      const { dek, kek, slotId } = unlocked.opened;
      const slots = slotsAsStored(unlocked.vault.envelope);
      const session = { dek, keks: new Map([[hex(slotId), kek]]), slots };
      this.#opened = await replaceDeadSlots(this.#ports, { ...unlocked, session });
    } catch (error) {
      if (coreErrorCode(error) === 'KEY_INVALIDATED')
        this.#deadSlot = findSlot(vault.envelope, request.kind).head.slotId;
      throw error;
    }
  }

  offersOtherOnCancel({ kind }: SlotHead): boolean {
    return kind === KIND.biometric && this.#ports.kems.biometric?.cancelOffersOther === true;
  }

  /** Asks the person for the secret of a slot that has a KEM. @throws CoreError as its keys do */
  async decapsulate({ envelope }: LoadedVault, head: SlotHead): Promise<Bytes> {
    try {
      return await slotSecret(this.#ports, { vaultId: envelope.header.vaultId, head }, {});
    } catch (error) {
      if (coreErrorCode(error) === 'KEY_INVALIDATED') this.#deadSlot = head.slotId;
      throw error;
    }
  }

  /** Writes down which slot is dead, so that the next unlock by another one replaces it. */
  async markSlotDead(): Promise<void> {
    const slotId = this.#deadSlot;
    const vault = await this.#access.load();
    if (!slotId || !vault || hasSlotId(vault.anchor.deadSlots, slotId)) return;
    await writeAnchor(this.#ports, vault, { deadSlots: slotIdSet(vault.anchor.deadSlots, [slotId]) });
    this.#deadSlot = undefined;
  }

  async values(): Promise<Values> {
    if (this.#memory) return this.#memory;
    const vault = await this.#access.require();
    return openPayload(this.#ports.aead, vault.envelope, (await this.#sessionOf(vault)).dek);
  }

  async write(changes: Changes, policy: PolicyChanges = {}): Promise<void> {
    if (this.#memory) {
      this.holdMemory(apply(this.#memory, changes));
      return;
    }
    const vault = await this.#access.require();
    const { dek } = await this.#sessionOf(vault);
    const values = await openPayload(this.#ports.aead, vault.envelope, dek);
    await writeValues(this.#ports, { vault, dek, policy }, apply(values, changes));
  }

  async writeWith({ dek }: Session, vault: LoadedVault, changes: Changes): Promise<void> {
    const values = await openPayload(this.#ports.aead, vault.envelope, dek);
    await writeValues(this.#ports, { vault, dek }, apply(values, changes));
  }

  async rekey(request: RekeyRequest): Promise<Session> {
    const vault = await this.#access.require();
    const session = await this.#sessionOf(vault);
    const values = await openPayload(this.#ports.aead, vault.envelope, session.dek);
    const rekeyed = await rekeyVault(this.#ports, { vault, session, values }, request);
    return rekeyed.session;
  }

  /** The key that a lease still has. */
  get held(): Session | undefined {
    return this.#held;
  }

  get memory(): Values | undefined {
    return this.#memory;
  }

  /** SecureStorage is opened when it is needed: it has no prompt. */
  async #sessionOf(vault: LoadedVault): Promise<Session> {
    const needsNobody = vault.envelope.header.slots.some(({ head }) => head.kind === KIND.device);
    if (this.#held && this.#held.slots !== slotsAsStored(vault.envelope)) {
      if (needsNobody) this.drop();
      else this.#onStale();
    }
    if (!this.#held && needsNobody) {
      await this.open(vault, { kind: KIND.device });
      this.keepOpened();
    }
    if (!this.#held) throw new CoreError('LOCKED', 'the vault is locked');
    return this.#held;
  }
}

function apply(values: Values, changes: Changes): Values {
  const changed = new Map(values);
  for (const [name, value] of changes) {
    if (value) changed.set(name, value);
    else changed.delete(name);
  }
  return changed;
}
