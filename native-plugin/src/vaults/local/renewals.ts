import { hex, type Bytes } from '../../core/codec/bytes.ts';
import type { CorePorts } from '../../core/ports/ports.ts';
import { vaultLockName } from '../../core/slots/storage-names.ts';
import type { Changes } from '../../core/store/vault-store.ts';
import type { CoreVault } from '../../core/vault/core-vault.ts';
import { inTurn, type Turn } from '../../core/vault/in-turn.ts';

/** Length of an id that nobody else gives. */
const ID_LENGTH = 16;

/** Values that are asked from a server and then stored: one at a time over all processes, with a lease that outlives a lock. */
export class Renewals {
  /** @see OpenVault.renewing */
  readonly apart: Turn;
  readonly #core: CoreVault;
  readonly #random: CorePorts['random'];

  constructor(core: CoreVault, { random, mutex }: Pick<CorePorts, 'random' | 'mutex'>, scope: Bytes) {
    this.#core = core;
    this.#random = random;
    // Another lock than that of the operations, which go on while a server is asked.
    const name = `${vaultLockName(hex(scope))}.renewal`;
    this.apart = inTurn((task) => (mutex ? mutex(name, task) : task()));
  }

  /** @throws CoreError `LOCKED`, `CONFLICT`, `NOT_FOUND` */
  async lease(keys: readonly string[]): Promise<string> {
    const id = hex(this.#random.bytes(ID_LENGTH));
    await this.#core.leases.begin(id, keys);
    return id;
  }

  /** Also while locked. @throws CoreError `LOCKED`, `CONFLICT`, `INVALID_ARGUMENT` */
  write(changes: Changes, lease: string): Promise<void> {
    return this.#core.write(changes, { lease });
  }

  end(id: string): void {
    this.#core.leases.end(id);
  }
}
