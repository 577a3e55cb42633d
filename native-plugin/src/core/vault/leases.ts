import type { CorePorts } from '../ports/ports.ts';
import { isUnchanged, leaseBasis } from '../slots/lease-basis.ts';
import { slotsAsStored, type Opened } from '../slots/open-keys.ts';
import type { VaultStore } from '../store/vault-store.ts';
import type { Access } from './access.ts';
import type { Turn } from './in-turn.ts';
import type { Lock } from './lock.ts';
import type { Session } from './session.ts';

interface LeaseParts {
  readonly ports: Pick<CorePorts, 'aead'>;
  readonly store: VaultStore;
  readonly lock: Lock;
  readonly access: Access;
  readonly session: Session;
  readonly inTurn: Turn;
}

/** Lets a refresh that was begun while unlocked store its result, and nothing else. FORMAT.md §13. */
export class Leases {
  readonly #parts: LeaseParts;

  constructor(parts: LeaseParts) {
    this.#parts = parts;
  }

  /** @throws CoreError `LOCKED`, `CONFLICT`: there is a lease already */
  begin(id: string, names: readonly string[]): Promise<void> {
    const { ports, lock, session, access, store, inTurn } = this.#parts;
    return inTurn(async () => {
      lock.assertUnlocked();
      const opened = session.memory ? undefined : await access.opened();
      const basis = opened && (await leaseBasis(ports.aead, { ...opened, values: await store.values(opened) }, names));
      await lock.lease({ type: 'leaseBegin', id, names });
      session.leaseBasis = basis;
    });
  }

  /**
   * Uses the lease up, within a turn of the caller: also while locked, until the deadline.
   * @throws CoreError `LOCKED`, `INVALID_ARGUMENT`, `CONFLICT`
   */
  async use(id: string, names: readonly string[]): Promise<Opened> {
    const { lock, session, access } = this.#parts;
    // The lock is told what is found, so it has judged whether the lease is over.
    const vault = await access.require();
    // Being granted, a locked vault has no more reason to hold the key.
    const keys = session.held;
    const opened = keys ? { vault, keys } : await access.opened();
    await lock.lease({ type: 'leaseWrite', id, names, unchanged: await this.#isUnchanged(opened) });
    return opened;
  }

  /** The refresh failed: nothing will be written. */
  end(id: string): void {
    this.#parts.lock.dispatch({ type: 'leaseEnd', id });
  }

  /** What was re-keyed elsewhere can't even be opened. */
  async #isUnchanged(opened: Opened): Promise<boolean> {
    const { ports, session, store } = this.#parts;
    const { leaseBasis: basis } = session;
    if (!basis || opened.keys.slots !== slotsAsStored(opened.vault.envelope)) return false;
    return isUnchanged(ports.aead, basis, { ...opened, values: await store.values(opened) });
  }
}
