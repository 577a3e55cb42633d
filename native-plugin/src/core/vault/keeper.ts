import type { VaultStore } from '../store/vault-store.ts';
import { Access } from './access.ts';
import type { Happening } from './happening.ts';
import type { Turn } from './in-turn.ts';
import type { KeyKeeper } from './lock.ts';
import type { Prompts } from './prompts.ts';
import type { Session } from './session.ts';

interface KeeperParts {
  readonly store: VaultStore;
  readonly session: Session;
  readonly prompts: Prompts;
  readonly inTurn: Turn;
}

/** The lock's effects on what this process holds and on what is stored. */
export class Keeper implements KeyKeeper {
  readonly #parts: KeeperParts;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  dropKey(): void {
    this.#parts.session.drop();
  }

  dropOpened(): void {
    this.#parts.session.dropOpened();
  }

  keepOpened(): void {
    this.#parts.session.keepOpened();
  }

  forgetLease(): void {
    this.#parts.session.leaseBasis = undefined;
  }

  showPrompt(tell: (happening: Happening) => void): void {
    void this.#parts.prompts.show(tell).then(tell);
  }

  erase(): void {
    this.#later(() => this.#parts.store.erase());
  }

  markSlotDead(tell: (happening: Happening) => void): void {
    const { store, session } = this.#parts;
    const deadSlot = session.takeDeadSlot();
    this.#later(() => new Access(store, session, tell).markSlotDead(deadSlot));
  }

  /** A failure shows with the next operation. */
  #later(task: () => Promise<void>): void {
    void this.#parts.inTurn(task);
  }
}
