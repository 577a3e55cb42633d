import type { LockEvent } from '../definitions.ts';
import { locked } from '../vault-error.ts';
import { isLockDue } from './lock-due.ts';
import type { DataKey, Instant, Ports } from './ports.ts';
import { isEqual, type Values, type VaultRecord } from './record.ts';
import type { Settings } from './settings.ts';

export interface VaultListener {
  onLock(event: LockEvent): unknown;
  onUnlock(): unknown;
  onConfig(): unknown;
}

/** How long the cover waits for what `onVaultLocked` returned, milliseconds. */
const COVER_LIMIT = 2000;

/**
 * What an unlocked vault keeps in memory, and when that must go.
 *
 * That is the key, or the values of `InMemoryOnly`: every read decrypts what is stored, so there is
 * no other copy for a lock to forget.
 */
export class VaultMemory {
  settings: Settings;
  readonly #ports: Pick<Ports, 'clock' | 'screen'>;
  readonly #listeners = new Set<VaultListener>();
  #key: DataKey | undefined;
  #values: Values | undefined;
  #background: { readonly since: Instant; readonly cancelTimer: () => void } | undefined;
  /** Counts locks and erasures: what began in an earlier epoch is not answered in a later one. */
  #epoch = 0;

  constructor(ports: Pick<Ports, 'clock' | 'screen' | 'lifecycle'>, settings: Settings) {
    this.#ports = ports;
    this.settings = settings;
    ports.lifecycle.onBackground(() => this.#enterBackground());
    ports.lifecycle.onForeground(() => void this.#enterForeground());
  }

  /** @returns the cancellation */
  subscribe(listener: VaultListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  emit(event: (listener: VaultListener) => unknown): readonly unknown[] {
    return [...this.#listeners].map(event);
  }

  /** The values of `InMemoryOnly`; `undefined` when the vault is a stored one or empty. */
  get values(): Values | undefined {
    return this.#values;
  }

  /** Judges a due lock, and names the moment for {@link assertStill}. */
  begin(): number {
    this.tick();
    return this.#epoch;
  }

  /** Rejects `VaultLocked` when a lock or erasure came since. */
  assertStill(epoch: number): void {
    this.tick();
    if (this.#epoch !== epoch) throw locked();
  }

  keyOf(record: VaultRecord): DataKey | undefined {
    return this.#key && isEqual(this.#key.slotId, record.slot.slotId) ? this.#key : undefined;
  }

  requireKey(record: VaultRecord): DataKey {
    const key = this.keyOf(record);
    if (!key) throw locked();
    return key;
  }

  holdKey(key: DataKey): void {
    this.#key = key;
    this.#values = undefined;
  }

  holdValues(values: Values): void {
    this.#key = undefined;
    this.#values = values;
  }

  forget(): void {
    this.#epoch += 1;
    this.#key = undefined;
    this.#values = undefined;
  }

  /**
   * Forgets, and tells. A `device` vault has nothing a lock would protect: anyone can open it again.
   * @returns what the listeners returned, or `undefined` when nothing was unlocked
   */
  lock(timeout: boolean): readonly unknown[] | undefined {
    if (this.#key?.kind === 'device') return undefined;
    const saved = this.#key !== undefined;
    const wasUnlocked = saved || this.#values !== undefined;
    // A timeout has nothing to call off: what is being unlocked is judged again when it is.
    if (wasUnlocked || !timeout) this.forget();
    return wasUnlocked ? this.emit((listener) => listener.onLock({ saved, timeout })) : undefined;
  }

  /** Locks when that is due. Comes first in every entry point. */
  tick(): readonly unknown[] | undefined {
    const { lockAfter } = this.settings;
    const isDue = this.#background && isLockDue(this.#background.since, this.#ports.clock.now(), lockAfter);
    return isDue ? this.lock(true) : undefined;
  }

  #enterBackground(): void {
    if (this.settings.hideScreenOnBackground) this.#ports.screen.cover();
    if (this.#background) return;
    const { clock } = this.#ports;
    const { lockAfter } = this.settings;
    const cancelTimer = lockAfter === 0 ? () => undefined : clock.after(lockAfter, () => void this.tick());
    this.#background = { since: clock.now(), cancelTimer };
  }

  async #enterForeground(): Promise<void> {
    const reactions = this.tick();
    this.#background?.cancelTimer();
    this.#background = undefined;
    // The app gets the chance to leave the page before anyone sees it.
    if (reactions) await Promise.race([settled(reactions), this.#wait(COVER_LIMIT)]);
    if (!this.#isInBackground()) this.#ports.screen.uncover();
  }

  #isInBackground(): boolean {
    return this.#background !== undefined;
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void this.#ports.clock.after(milliseconds, resolve));
  }
}

/** Waits for the app's reactions; one that failed is still reported as unhandled. */
async function settled(reactions: readonly unknown[]): Promise<void> {
  for (const result of await Promise.allSettled(reactions)) {
    if (result.status === 'rejected') void Promise.reject(result.reason as Error);
  }
}
