import type { Bytes } from '../codec/bytes.ts';
import { ENROLMENT } from '../codec/format-ids.ts';
import type { Values } from '../codec/payload.ts';
import { CoreError, coreErrorCode } from '../ports/core-error.ts';
import type { Opened } from '../slots/open-keys.ts';
import type { UnlockRequest } from '../slots/unlock-slot.ts';
import type { LoadedVault } from '../store/loaded-vault.ts';
import { startingOver } from '../store/starting-over.ts';
import type { Changes, PolicyChanges, VaultStore } from '../store/vault-store.ts';
import { custodyOf } from './custody-of.ts';
import type { Happening } from './happening.ts';
import { needsNobody, type Session } from './session.ts';

/** The way from the lock to what is stored. What is found there is told at once, so that nothing unlocked outlives damage. */
export class Access {
  readonly #store: VaultStore;
  readonly #session: Session;
  readonly #tell: (happening: Happening) => void;

  constructor(store: VaultStore, session: Session, tell: (happening: Happening) => void) {
    this.#store = store;
    this.#session = session;
    this.#tell = tell;
  }

  /** What of it is damage is judged by the lock. @throws CoreError as loading does */
  async load(): Promise<LoadedVault | undefined> {
    try {
      const vault = await this.#store.load();
      if (vault) this.#tell({ type: 'found', vault: custodyOf(vault.envelope.header.mode) });
      return vault;
    } catch (error) {
      const code = coreErrorCode(error);
      if (code !== undefined) this.#tell({ type: 'damaged', code });
      throw error;
    }
  }

  /** @throws CoreError `NOT_FOUND`, as loading does */
  async require(): Promise<LoadedVault> {
    const vault = await this.load();
    if (!vault) {
      this.#tell({ type: 'damaged', code: 'NOT_FOUND' });
      throw new CoreError('NOT_FOUND', 'there is no vault');
    }
    return vault;
  }

  /** The vault as it is stored now, and the keys that open it. @throws CoreError `LOCKED`, `NOT_FOUND`, as loading does */
  async opened(): Promise<Opened> {
    const vault = await this.require();
    if (this.#session.isStale(vault) && !needsNobody(vault)) this.#tell({ type: 'lock' });
    const opened = { vault, keys: await this.#session.keysOf(vault) };
    this.#session.keep(opened);
    return opened;
  }

  /**
   * What is in the vault, without a turn: only where what is stored is exactly what was accepted last, so that a full load
   * would find the same. FORMAT.md §9.1. `undefined`: nothing can be said without one.
   */
  unchangedValues(kept: Opened): Promise<Values | undefined> {
    return unlessRefused(async () => {
      // At once, so that it takes as long as the longer of both: what was opened counts only if it is what is stored.
      const [values, isStored] = await Promise.all([this.#store.values(kept), this.#store.isStored(kept.vault)]);
      return isStored ? values : undefined;
    });
  }

  /** A write in one transaction, under the same condition. `false`: it takes a turn, which finds out what was written. */
  async rewrite(changes: Changes, policy: PolicyChanges): Promise<boolean> {
    const { kept } = this.#session;
    const vault = kept && (await unlessRefused(() => this.#store.rewrite(kept, changes, policy)));
    if (vault) this.#session.keep({ ...kept, vault });
    return vault !== undefined;
  }

  /** With a turn. @throws CoreError as {@link opened} and {@link VaultStore.write} do */
  async write(opened: Opened, changes: Changes, policy: PolicyChanges): Promise<void> {
    this.#session.forgetKept();
    this.#session.keep({ ...opened, vault: await this.#store.write(opened, changes, policy) });
  }

  /** For a prompt, whose end tells of a destroyed key. That this erased the vault is told at once: a new one may be made first. */
  async openForPrompt(request: UnlockRequest): Promise<void> {
    try {
      await this.#session.open(await startingOver(async () => this.#session.begin(await this.require(), request)));
    } catch (error) {
      const code = coreErrorCode(error);
      if (code === 'TOO_MANY_ATTEMPTS') this.#tell({ type: 'damaged', code });
      throw error;
    }
  }

  /** Without a prompt. */
  async open(request: UnlockRequest): Promise<void> {
    try {
      await this.openForPrompt(request);
    } catch (error) {
      if (coreErrorCode(error) === 'KEY_INVALIDATED') await this.#onInvalidated();
      throw error;
    }
  }

  /** Writes down which slot is dead, so that the next unlock by another one replaces it. */
  async markSlotDead(slotId: Bytes | undefined): Promise<void> {
    const vault = await this.load();
    if (slotId && vault) await this.#store.markSlotDead(vault, slotId);
  }

  async #onInvalidated(): Promise<void> {
    const { envelope } = await this.require();
    if (envelope.header.enrolment !== ENROLMENT.wipe) return this.markSlotDead(this.#session.takeDeadSlot());
    await this.#store.erase();
    this.#tell({ type: 'damaged', code: 'NOT_FOUND' });
  }
}

/** A refusal is judged by who has the turn. */
async function unlessRefused<T>(task: () => Promise<T>): Promise<T | undefined> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof CoreError) return undefined;
    throw error;
  }
}
