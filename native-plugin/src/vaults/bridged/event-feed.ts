import { asVaultError } from '../refusals.ts';
import type { VaultError } from '../../definitions/errors.ts';
import type { VaultEvent } from './vault-event.ts';

/** Where events come from and go. */
export interface FeedParts {
  /** Waits for events after this number. */
  readonly next: (after: number) => Promise<readonly VaultEvent[]>;
  /** Passes one on, and must not throw. */
  readonly tell: (event: VaultEvent) => void;
  /** Some were missed, or none will come any more: whatever the app believes to be open may be locked. */
  readonly onLost: () => void;
}

/** Asks native for events one answer after the other, each once and in order. */
export class EventFeed {
  readonly #parts: FeedParts;
  #seen: number;
  #failure: VaultError | undefined;
  /** Who waits for an event to be told, by its number. */
  #waiting: { readonly until: number; readonly settle: () => void }[] = [];

  /** @param seen events up to this number are none of this page's business */
  constructor(parts: FeedParts, seen: number) {
    this.#parts = parts;
    this.#seen = seen;
    void this.#run();
  }

  /**
   * When the event of this number was told.
   * @throws VaultError events can't be heard any more: nobody would be told of a lock
   */
  async reached(number: number): Promise<void> {
    if (!this.#failure && number > this.#seen)
      await new Promise<void>((settle) => void this.#waiting.push({ until: number, settle }));
    if (this.#failure) throw this.#failure;
  }

  async #run(): Promise<void> {
    try {
      for (;;) this.#take(await this.#parts.next(this.#seen));
    } catch (error) {
      this.#failure = asVaultError(error);
      this.#parts.onLost();
      this.#settle(Infinity);
    }
  }

  #take(events: readonly VaultEvent[]): void {
    for (const event of events) {
      // Heard already: an answer that came twice.
      if (event.number <= this.#seen) continue;
      if (event.number > this.#seen + 1) this.#parts.onLost();
      this.#seen = event.number;
      this.#parts.tell(event);
    }
    this.#settle(this.#seen);
  }

  #settle(number: number): void {
    const ready = this.#waiting.filter(({ until }) => until <= number);
    this.#waiting = this.#waiting.filter(({ until }) => until > number);
    for (const { settle } of ready) settle();
  }
}
