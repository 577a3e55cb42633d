import { encodeKey, type Values } from '../codec/payload.ts';
import { withChanges, type Changes, type VaultStore } from '../store/vault-store.ts';
import type { Access } from './access.ts';
import type { WriteOptions } from './core-settings.ts';
import type { Leases } from './leases.ts';
import type { Lock } from './lock.ts';
import type { Operations } from './operations.ts';
import type { Session } from './session.ts';

interface ContentsParts {
  readonly store: VaultStore;
  readonly session: Session;
  readonly lock: Lock;
  readonly access: Access;
  readonly operations: Operations;
  readonly leases: Leases;
}

/** What is in a vault. As long as what is stored is what was accepted last, nobody else has to be waited for. FORMAT.md §9.1. */
export class Contents {
  readonly #parts: ContentsParts;

  constructor(parts: ContentsParts) {
    this.#parts = parts;
  }

  /** @see CoreVault.values */
  async values(): Promise<Values> {
    return (await this.#unchanged()) ?? this.#parts.operations.apart(() => this.#loaded());
  }

  /** @see CoreVault.write */
  write(changes: Changes, { policy = {}, lease }: WriteOptions): Promise<void> {
    const { lock, access, leases, operations } = this.#parts;
    const names = [...changes.keys()];
    const begin = (): void => {
      if (lease === undefined) lock.assertUnlocked();
      names.forEach(encodeKey);
    };
    const rewrite = async (): Promise<boolean> => {
      begin();
      return lease === undefined && access.rewrite(changes, policy);
    };
    return operations.aloneUnless(rewrite, async () => {
      begin();
      if (lease === undefined && this.#writeMemory(changes)) return;
      const opened = await (lease === undefined ? access.opened() : leases.use(lease, names));
      await access.write(opened, changes, policy);
    });
  }

  /** Only where no operation is under way, which a read that comes later has to come after. */
  async #unchanged(): Promise<Values | undefined> {
    const { lock, session, access, operations } = this.#parts;
    const { kept } = session;
    if (!kept || !operations.isIdle) return undefined;
    const epoch = lock.assertUnlocked();
    const values = await access.unchangedValues(kept);
    lock.assertStill(epoch);
    return values;
  }

  async #loaded(): Promise<Values> {
    const { lock, session, store, access } = this.#parts;
    const epoch = lock.assertUnlocked();
    const values = session.memory ?? (await store.values(await access.opened()));
    lock.assertStill(epoch);
    return values;
  }

  /** `false`: it is none in memory. */
  #writeMemory(changes: Changes): boolean {
    const { session } = this.#parts;
    if (!session.memory) return false;
    session.holdMemory(withChanges(session.memory, changes));
    return true;
  }
}
