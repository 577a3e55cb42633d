import { LIMIT } from '../../core/codec/format-limits.ts';
import { VaultError, VaultErrorCodes } from '../../definitions/errors.ts';
import { answer, type Answer } from './answer.ts';
import type { CallName, Calls } from './calls.ts';
import type { Hello } from './hello.ts';
import type { NativePlugin } from './native-plugin.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import { RESULTS } from './results.ts';
import { faulty } from './shape.ts';

/** What became of a call. */
export type Outcome<T> = Answer<T> | Refusal;

/** Sends calls as BRIDGE.md §4 says, and checks what comes back. */
export class NativeLink {
  readonly #plugin: NativePlugin;
  readonly #hello: Hello;
  #calls = 0;

  constructor(plugin: NativePlugin, hello: Hello) {
    this.#plugin = plugin;
    this.#hello = hello;
  }

  /**
   * @param vault absent for calls of the process
   * @throws VaultError `VaultUnavailable`: an answer that the bridge does not allow; `LimitExceeded`
   */
  async send<Name extends CallName>(
    call: Name,
    given: Calls[Name][0],
    vault?: string,
  ): Promise<Outcome<Calls[Name][1]>> {
    if (isTooLarge(given)) throw new VaultError(VaultErrorCodes.LimitExceeded, 'Too large; nothing was sent.');
    this.#calls += 1;
    const { capability, page } = this.#hello;
    const id = `${page}.${this.#calls}`;
    let answered: unknown;
    try {
      answered = await this.#plugin.call({ capability, id, call, ...(vault && { vault }), arguments: { ...given } });
    } catch (error) {
      return refusalOf(error, id);
    }
    const checked = answer(RESULTS[call])(answered, call);
    // Of a former page, whose callback had the same number.
    if (checked.id !== id) throw faulty(`${call}.id`);
    return checked;
  }
}

/** @throws VaultError why it was refused */
export function resultOf<T>(outcome: Outcome<T>): T {
  if ('error' in outcome) throw outcome.error;
  return outcome.result;
}

/** Counted in UTF-16 units, of which the bytes are never fewer. */
function isTooLarge(given: unknown): boolean {
  return sizeOf(given) > LIMIT.envelope;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + sizeOf(one), 0);
}
