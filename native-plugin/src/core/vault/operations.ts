import { inTurn, type Turn } from './in-turn.ts';

interface Apart {
  /** Keeps a task apart from the operations of other processes. */
  readonly apart: Turn;
  /** Comes before a task that writes with the turn: who has none is kept from writing meanwhile. */
  readonly claim: () => Promise<void>;
}

/** The operations on one vault: in this process one after the other; a failed one doesn't stop the next. */
export class Operations {
  readonly #apart: Apart;
  readonly #queue = inTurn();
  #pending = 0;

  constructor(apart: Apart) {
    this.#apart = apart;
  }

  /** None is under way or waits. */
  get isIdle(): boolean {
    return this.#pending === 0;
  }

  /** All that were asked for until now are over. */
  settled(): Promise<void> {
    return this.#queue(() => Promise.resolve());
  }

  /** Apart from those of other processes, too. */
  readonly apart: Turn = (task) => this.#inTurn(() => this.#apart.apart(task));

  /** {@link apart}, and nobody writes meanwhile. */
  readonly alone: Turn = (task) => this.#inTurn(() => this.#alone(task));

  /** @param quick needs no turn of other processes. `false`: it did nothing, and `task` is done {@link alone}, in the same place */
  aloneUnless(quick: () => Promise<boolean>, task: () => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      if (!(await quick())) await this.#alone(task);
    });
  }

  #alone<T>(task: () => Promise<T>): Promise<T> {
    const { apart, claim } = this.#apart;
    return apart(async () => {
      await claim();
      return task();
    });
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    this.#pending += 1;
    return this.#queue(async () => {
      try {
        return await task();
      } finally {
        this.#pending -= 1;
      }
    });
  }
}
