import { VaultError, VaultErrorCodes } from '../definitions/errors.ts';

/** Requests that only read: a lock takes their answers away. */
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The locks that come while requests are under way. */
export class InFlight {
  /** One for all requests since the last lock, until their bodies are read: one for each would cost more than all the rest. */
  #reads = new AbortController();
  #locks = 0;

  /** Counts locks: what began before one is not sent again after it. */
  get locks(): number {
    return this.#locks;
  }

  /** What aborts such a request at a lock; `undefined`: nothing does. */
  signalFor(method: string): AbortSignal | undefined {
    return READS.has(method.toUpperCase()) ? this.#reads.signal : undefined;
  }

  /** The vault was locked. */
  abort(): void {
    this.#locks += 1;
    this.#reads.abort(lockedMeanwhile());
    this.#reads = new AbortController();
  }
}

/** The vault was locked while a request was under way. */
export function lockedMeanwhile(): VaultError {
  return new VaultError(VaultErrorCodes.VaultLocked, 'The vault was locked while the request was under way.');
}
