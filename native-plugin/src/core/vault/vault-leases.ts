import { encodeKey } from '../codec/payload.ts';
import { coreErrorCode } from '../ports/core-error.ts';
import type { inTurn } from './in-turn.ts';
import type { LockMachine } from './lock-machine.ts';
import type { VaultAccess } from '../store/vault-access.ts';
import type { Changes, VaultSession } from './vault-session.ts';

interface LeaseParts {
  readonly machine: LockMachine;
  readonly access: VaultAccess;
  readonly session: VaultSession;
  readonly inTurn: ReturnType<typeof inTurn>;
}

/** Lets a refresh that was begun while unlocked store its result, and nothing else. FORMAT.md §13. */
export class VaultLeases {
  readonly #parts: LeaseParts;

  constructor(parts: LeaseParts) {
    this.#parts = parts;
  }

  /** @throws CoreError `LOCKED`, `CONFLICT`: there is a lease already */
  begin(id: string, names: readonly string[]): Promise<void> {
    const { machine, session, access } = this.#parts;
    return this.#parts.inTurn(async () => {
      machine.assertUnlocked();
      const generation = session.memory ? 0 : (await access.require()).envelope.header.generation;
      machine.leaseOrThrow({ type: 'leaseBegin', id, names, generation });
    });
  }

  /** Also while locked, until the deadline. Says only whether it was written. @throws CoreError `LOCKED`, `INVALID_ARGUMENT` */
  write(id: string, changes: Changes): Promise<'ok' | 'conflict'> {
    const { machine, session, access } = this.#parts;
    return this.#parts.inTurn(async () => {
      try {
        for (const name of changes.keys()) encodeKey(name);
        const vault = await access.require();
        machine.begin();
        const { held } = session;
        const { generation } = vault.envelope.header;
        machine.leaseOrThrow({ type: 'leaseWrite', id, names: [...changes.keys()], generation });
        await (held ? session.writeWith(held, vault, changes) : session.write(changes));
        return 'ok';
      } catch (error) {
        if (coreErrorCode(error) === 'CONFLICT') return 'conflict';
        throw error;
      }
    });
  }

  /** The refresh failed: nothing will be written. */
  end(id: string): void {
    this.#parts.machine.dispatch({ type: 'leaseEnd', id });
  }
}
