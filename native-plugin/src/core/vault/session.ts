import { hex, type Bytes } from '../codec/bytes.ts';
import type { SlotHead } from '../codec/envelope.ts';
import { KIND } from '../codec/format-ids.ts';
import { LIMIT } from '../codec/format-limits.ts';
import { encodePayload, type Values } from '../codec/payload.ts';
import { CoreError, coreErrorCode } from '../ports/core-error.ts';
import type { CorePorts } from '../ports/ports.ts';
import { judgingKey } from '../slots/judging-key.ts';
import { slotsAsStored, type Opened, type OpenKeys } from '../slots/open-keys.ts';
import { replaceDeadSlots } from '../slots/replace-dead-slots.ts';
import { slotSecret } from '../slots/slot-secret.ts';
import { beginUnlock, finishUnlock, type BegunUnlock, type UnlockRequest } from '../slots/unlock-slot.ts';
import type { LeaseBasis } from '../slots/lease-basis.ts';
import { isSettled, type LoadedVault } from '../store/loaded-vault.ts';
import { custodyOf } from './custody-of.ts';

/** What this process holds of a vault: the keys of one that is stored, or the values of one in memory. */
export class Session {
  readonly #ports: CorePorts;
  #held: OpenKeys | undefined;
  #memory: Values | undefined;
  /** What the lease began with. */
  leaseBasis: LeaseBasis | undefined;
  /** The vault that was last accepted as it is stored, while its keys are held. */
  #kept: Opened | undefined;
  /** Opened, but not yet known to be in time. */
  #opened: OpenKeys | undefined;
  /** The slot whose key the system turned out to have destroyed. */
  #deadSlot: Bytes | undefined;

  constructor(ports: CorePorts) {
    this.#ports = ports;
  }

  hold(keys: OpenKeys): void {
    this.drop();
    this.#held = keys;
  }

  /** @throws CoreError `INVALID_ARGUMENT`, `LIMIT_EXCEEDED` */
  holdMemory(values: Values): void {
    assertFitsMemory(values);
    this.drop();
    this.#memory = new Map(values);
  }

  drop(): void {
    this.#held = undefined;
    this.#kept = undefined;
    this.#memory = undefined;
    this.#opened = undefined;
  }

  /** What was opened was in time. */
  keepOpened(): void {
    if (this.#opened) this.hold(this.#opened);
  }

  dropOpened(): void {
    this.#opened = undefined;
  }

  /** Also of a locked vault that has a lease. */
  get held(): OpenKeys | undefined {
    return this.#held;
  }

  /** What may be used without a full load as long as exactly this is stored. FORMAT.md §9.1. */
  get kept(): Opened | undefined {
    return this.#kept;
  }

  /**
   * It was accepted, or written by this process. Not kept where these are not the keys that are held any more, or where
   * both records can't be compared in one transaction.
   */
  keep(opened: Opened): void {
    this.#kept = this.#ports.joint && this.#held === opened.keys && isSettled(opened.vault) ? opened : undefined;
  }

  /** The next operation loads all of it. */
  forgetKept(): void {
    this.#kept = undefined;
  }

  get memory(): Values | undefined {
    return this.#memory;
  }

  /** Once: whoever takes it writes down that it is dead. */
  takeDeadSlot(): Bytes | undefined {
    const taken = this.#deadSlot;
    this.#deadSlot = undefined;
    return taken;
  }

  /** Counts an attempt. @throws CoreError as {@link beginUnlock} */
  begin(vault: LoadedVault, request: UnlockRequest): Promise<BegunUnlock> {
    return beginUnlock(this.#ports, vault, request);
  }

  /** @throws CoreError as unlocking does */
  async open(begun: BegunUnlock): Promise<void> {
    try {
      const unlocked = await finishUnlock(this.#ports, begun);
      const { dek, kek, slotId } = unlocked.opened;
      const keys = { dek, keks: new Map([[hex(slotId), kek]]), slots: slotsAsStored(unlocked.vault.envelope) };
      this.#opened = await replaceDeadSlots(this.#ports, { ...unlocked, keys });
    } catch (error) {
      if (coreErrorCode(error) === 'KEY_INVALIDATED') this.#deadSlot = begun.slot.head.slotId;
      throw error;
    }
  }

  offersOtherOnCancel({ kind }: SlotHead): boolean {
    return kind === KIND.biometric && this.#ports.kems.biometric?.cancelOffersOther === true;
  }

  /** Asks the person for the secret of a slot, where it has a KEM. @throws CoreError as its keys do */
  async decapsulate({ envelope }: LoadedVault, head: SlotHead): Promise<Bytes> {
    const place = { vaultId: envelope.header.vaultId, head };
    try {
      return await judgingKey(this.#ports, place, () => slotSecret(this.#ports, place, {}));
    } catch (error) {
      if (coreErrorCode(error) === 'KEY_INVALIDATED') this.#deadSlot = head.slotId;
      throw error;
    }
  }

  /** The vault was re-keyed elsewhere: what is held opens it no more. */
  isStale({ envelope }: LoadedVault): boolean {
    return this.#held !== undefined && this.#held.slots !== slotsAsStored(envelope);
  }

  /** SecureStorage is opened when it is needed: it has no prompt. @throws CoreError `LOCKED` */
  async keysOf(vault: LoadedVault): Promise<OpenKeys> {
    if (needsNobody(vault)) {
      if (this.isStale(vault)) this.drop();
      if (!this.#held) {
        await this.open(await this.begin(vault, { kind: KIND.device }));
        this.keepOpened();
      }
    }
    if (!this.#held || this.isStale(vault)) throw new CoreError('LOCKED', 'the vault is locked');
    return this.#held;
  }
}

/** What no vault could store is not held either. FORMAT.md §14. @throws CoreError `INVALID_ARGUMENT`, `LIMIT_EXCEEDED` */
export function assertFitsMemory(values: Values): void {
  if (encodePayload(values).length > LIMIT.envelope)
    throw new CoreError('LIMIT_EXCEEDED', 'the vault would be larger than 16 MiB');
}

/** Whether it can be opened without asking anyone. */
export function needsNobody({ envelope }: LoadedVault): boolean {
  return custodyOf(envelope.header.mode) === 'open';
}
