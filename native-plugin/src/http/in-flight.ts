import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';

/** Requests that only read: a lock takes their answers away. */
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The requests that are under way with a token, and the locks that came since. */
export class InFlight {
  readonly #reads = new Set<AbortController>();
  #locks = 0;

  /** Counts locks: what began before one is not sent again after it. */
  get locks(): number {
    return this.#locks;
  }

  /** What aborts this request at a lock, and what to call when it is over. */
  begin(method: string): { readonly signal: AbortSignal; readonly end: () => void } {
    const controller = new AbortController();
    if (READS.has(method.toUpperCase())) this.#reads.add(controller);
    return { signal: controller.signal, end: () => void this.#reads.delete(controller) };
  }

  /** The vault was locked. */
  abort(): void {
    this.#locks += 1;
    for (const read of [...this.#reads]) read.abort(lockedMeanwhile());
    this.#reads.clear();
  }
}

/** The vault was locked while a request was under way. */
export function lockedMeanwhile(): VaultError {
  return new VaultError(VaultErrorCodes.VaultLocked, 'The vault was locked while the request was under way.');
}
