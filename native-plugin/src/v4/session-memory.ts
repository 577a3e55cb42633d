import type { DefaultSession, IdentityVault } from '../definitions/v4.ts';
import { callApp } from '../vaults/call-app.ts';
import { locked } from '../vaults/refusals.ts';
import type { ManagedVault } from './managed-vault.ts';

/** What a user remembers of the session while the vault is unlocked, and who wants to know that it was forgotten. */
export class SessionMemory<T extends DefaultSession> {
  /** Whether the session counts as being in memory. */
  isRestored = false;
  readonly #keep: (token: string | undefined) => void;
  readonly #listeners = new Set<() => void>();
  /** Counts locks, so that what was read before one is not remembered after it. */
  #locks = 0;

  /** @param keep is given the token, and told of its end */
  constructor(keep: (token: string | undefined) => void) {
    this.#keep = keep;
  }

  /** Remembers what the task gives, or not if a lock came meanwhile. */
  async unlessLocked(task: () => Promise<T>): Promise<void> {
    const locks = this.#locks;
    const session = await task();
    if (locks === this.#locks) this.#remember(session);
  }

  /** Remembers what the task gives. @throws VaultError `VaultLocked`: a lock came meanwhile */
  async gained(task: () => Promise<T | undefined>): Promise<T | undefined> {
    const locks = this.#locks;
    const session = await task();
    if (locks !== this.#locks) throw locked();
    if (session) this.#remember(session);
    return session ?? undefined;
  }

  /** @throws as {@link gained}; what the vault rejects with */
  read(vault: IdentityVault): Promise<T | undefined> {
    return this.gained(() => vault.getValue<T | undefined>('session'));
  }

  /** @throws as {@link gained}; what `refresh` rejects with, as it is */
  renewed({ tokens }: ManagedVault, rejected: string, refresh: (session: T) => Promise<T>): Promise<T | undefined> {
    return this.gained(async () => {
      const renewed = await tokens.renewSession(rejected, refresh);
      if ('failure' in renewed) throw renewed.failure;
      return renewed.session as T | undefined;
    });
  }

  forget(): void {
    this.#locks += 1;
    this.isRestored = false;
    this.#keep(undefined);
    for (const listener of [...this.#listeners]) callApp(listener);
  }

  /** Calls back when the session was forgotten. @returns the cancellation */
  whenForgotten(callback: () => void): () => void {
    // The same function may be added twice, and is called twice.
    const listener = (): void => callback();
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #remember(session: T): void {
    this.isRestored = true;
    this.#keep(session.token);
  }
}
