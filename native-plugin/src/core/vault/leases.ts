import type { Opened } from '../slots/open-keys.ts';
import type { Access } from './access.ts';
import type { Turn } from './in-turn.ts';
import type { Lock } from './lock.ts';
import type { Session } from './session.ts';

interface LeaseParts {
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
    const { lock, session, access, inTurn } = this.#parts;
    return inTurn(async () => {
      lock.assertUnlocked();
      const generation = session.memory ? 0 : (await access.require()).envelope.header.generation;
      await lock.lease({ type: 'leaseBegin', id, names, generation });
    });
  }

  /**
   * Uses the lease up, within a turn of the caller: also while locked, until the deadline.
   * @throws CoreError `LOCKED`, `INVALID_ARGUMENT`, `CONFLICT`
   */
  async use(id: string, names: readonly string[]): Promise<Opened> {
    const { lock, session, access } = this.#parts;
    const vault = await access.require();
    lock.begin();
    // Being granted, a locked vault has no more reason to hold the key.
    const keys = session.held;
    await lock.lease({ type: 'leaseWrite', id, names, generation: vault.envelope.header.generation });
    return keys ? { vault, keys } : access.opened();
  }

  /** The refresh failed: nothing will be written. */
  end(id: string): void {
    this.#parts.lock.dispatch({ type: 'leaseEnd', id });
  }
}
