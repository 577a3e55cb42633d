import type { CoreError } from '../ports/core-error.ts';

interface Caller {
  readonly resolve: () => void;
  readonly reject: (error: CoreError) => void;
}

/** The answers that callers wait for, until the lock gives them. */
export class Answers {
  readonly #callers = new Map<string, Caller>();

  /** @param ask what the answer is to; it may come at once */
  wait(caller: string, ask: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#callers.set(caller, { resolve, reject });
      ask();
    });
  }

  /** @param refusal absent: they get what they asked for */
  settle(ids: readonly string[], refusal?: CoreError): void {
    for (const id of ids) {
      const caller = this.#callers.get(id);
      this.#callers.delete(id);
      if (refusal) caller?.reject(refusal);
      else caller?.resolve();
    }
  }
}
